import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { faults, find, mount } from '../testing.js';
import './spark-line.js';

describe('sp-spark-line', () => {
  it('is an image with a name, or decoration without one', async () => {
    const named = await mount(
      html`<sp-spark-line label="30 ngày qua" .values=${[1, 2]}></sp-spark-line>`,
    );
    expect(find(named, 'svg').getAttribute('role')).toBe('img');
    expect(await faults()).toEqual([]);
    const plain = await mount(html`<sp-spark-line .values=${[1, 2]}></sp-spark-line>`);
    expect(find(plain, 'svg').getAttribute('aria-hidden')).toBe('true');
    expect(await faults()).toEqual([]);
  });

  it('has zero at the bottom and the most at the top', async () => {
    const line = await mount(html`<sp-spark-line .values=${[0, 10, 5]}></sp-spark-line>`);
    expect(find(line, '.line').getAttribute('points')).toBe('0.0,26.0 50.0,3.0 100.0,14.5');
  });

  it('draws nothing without values', async () => {
    const line = await mount(html`<sp-spark-line></sp-spark-line>`);
    expect(line.shadowRoot?.querySelector('.line')).toBeNull();
  });
});
