import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';
import { letterheadDraft, letterheadOf } from './letterhead-fields.js';

describe('the letterhead of a group', () => {
  it('is entered in the form of the group, lists line by line', async () => {
    const sent = await stage.open('sites?tab=groups', 'Khối Y tế');
    stage.need('button[aria-label="Sửa Khối Y tế"]').click();
    await stage.until(() => stage.need('#letterhead-symbol'));
    expect(await faults()).toEqual([]);
    stage.enter('#letterhead-symbol', ' BC-SYT ');
    stage.enter('#letterhead-recipients', 'Như trên\n\nLưu: VT');
    stage.send('form');
    await stage.until(() => {
      expect(sent[0]?.body).toMatchObject({
        name: 'Khối Y tế',
        letterhead: { symbol: 'BC-SYT', recipients: ['Như trên', 'Lưu: VT'] },
      });
    });
  });

  it('is the same after a draft, and none if every field is empty', () => {
    const head = { organisation: 'Văn phòng', position: ['KT. Chánh Văn phòng', 'Phó Chánh'] };
    expect(letterheadOf(letterheadDraft(head))).toEqual(head);
    expect(letterheadOf(letterheadDraft(undefined))).toBeUndefined();
  });
});
