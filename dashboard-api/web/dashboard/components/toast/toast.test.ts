import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faults, find, mount, text } from '../testing.js';
import { showToast } from './show-toast.js';
import type { SpToast } from './toast.element.js';
import './toast.js';

describe('sp-toast', () => {
  let toast: SpToast;

  beforeEach(async () => {
    toast = await mount(html`<sp-toast></sp-toast>`);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('is announced politely', async () => {
    showToast('Đã lưu.');
    await toast.updateComplete;
    expect(find(toast, '[role=status]').getAttribute('aria-live')).toBe('polite');
    vi.useRealTimers();
    expect(await faults()).toEqual([]);
  });

  it('shows a message for a while', async () => {
    showToast('Đã lưu.');
    await toast.updateComplete;
    expect(text(toast)).toContain('Đã lưu.');
    vi.advanceTimersByTime(7_000);
    await toast.updateComplete;
    expect(text(toast)).toBe('');
  });

  it('is closed by its cross', async () => {
    showToast('Đã lưu.');
    await toast.updateComplete;
    find(toast, 'button').click();
    await toast.updateComplete;
    expect(text(toast)).toBe('');
  });
});
