import { html } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { faults, find, mount, text } from '../testing.js';
import type { SpCopy } from './copy.element.js';
import './copy.js';

describe('sp-copy', () => {
  let copy: SpCopy;

  beforeEach(async () => {
    copy = await mount(html`<sp-copy label="Mã nhúng" text="<sitepulse-poll>"></sp-copy>`);
  });

  it('has the label of its text', async () => {
    expect(await faults()).toEqual([]);
    expect(find(copy, 'pre').textContent).toBe('<sitepulse-poll>');
  });

  it.each([
    ['copies the text and says so', true, 'Đã sao chép.'],
    ['says when the browser does not let it', false, 'chép tay'],
  ])('%s', async (_, allowed, said) => {
    const writeText = vi.fn(() => (allowed ? Promise.resolve() : Promise.reject(new Error())));
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    find(copy, 'button').click();
    await vi.waitFor(() => {
      expect(text(copy)).toContain(said);
    });
    expect(writeText).toHaveBeenCalledWith('<sitepulse-poll>');
    vi.unstubAllGlobals();
  });
});
