import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { faults, find, mount, next } from '../testing.js';
import type { SpDialog } from './dialog.element.js';
import './dialog.js';

describe('sp-dialog', () => {
  const open = (): Promise<SpDialog> =>
    mount(html`<sp-dialog open heading="Xóa chỉ tiêu?"><p>Không lấy lại được.</p></sp-dialog>`);

  it('is a dialog named by its heading', async () => {
    const dialog = await open();
    expect(find(dialog, 'dialog').getAttribute('aria-labelledby')).toBe('heading');
    expect(await faults()).toEqual([]);
  });

  it('is shown above the page while it is open', async () => {
    const dialog = await open();
    expect((find(dialog, 'dialog') as HTMLDialogElement).open).toBe(true);
    dialog.open = false;
    await dialog.updateComplete;
    expect((find(dialog, 'dialog') as HTMLDialogElement).open).toBe(false);
  });

  it('dispatches an event when it is closed', async () => {
    const dialog = await open();
    const told = next(dialog, 'sp-close');
    find(dialog, '.close').click();
    await told;
    expect(dialog.open).toBe(false);
  });
});
