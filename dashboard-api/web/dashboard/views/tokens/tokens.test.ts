import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import {
  deepFind,
  enter,
  has,
  need,
  send,
  serve,
  show,
  until,
} from '../../components/view/serving.js';

describe('tokens', () => {
  it('are listed with when they expire', async () => {
    serve();
    await show('tokens', has('đã hết hạn'));
    expect(await faults()).toEqual([]);
  });

  it('are shown once, when they are made', async () => {
    const sent = serve();
    await show('tokens', has('đã hết hạn'));
    need('button.primary').click();
    await until(() => need('#expires'));
    enter('#name', 'Bảng điện tử');
    send('form');
    await until(has('Authorization: Bearer sp_9XqVt2mLr8KcWb4ZhN6yTd'));
    expect(sent[0]?.body).toEqual({ name: 'Bảng điện tử', role: 'viewer' });
    need('sp-dialog[open] [slot=actions] button').click();
    await until(() => {
      expect(deepFind('sp-copy')).toBeUndefined();
    });
  });
});
