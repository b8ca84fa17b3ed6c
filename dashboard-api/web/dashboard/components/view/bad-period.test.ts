import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../views/test-stubs.js';
import { drawBadPeriod } from './bad-period.js';

function drawn(search: string): string {
  const box = document.createElement('div');
  render(drawBadPeriod(placeOf('site/a.vn', search), '2026-11'), box);
  return box.textContent.trim();
}

describe('the warning of a wrong period', () => {
  it('names what the address says and what is shown', () => {
    expect(drawn('?period=2026-13')).toBe(
      'Kỳ “2026-13” trong địa chỉ không hợp lệ. Đang hiện Tháng 11/2026.',
    );
    expect(drawn('?period=abc')).toContain('“abc”');
  });

  it('is left out for a right period, and for none', () => {
    expect(drawn('?period=2026-11')).toBe('');
    expect(drawn('')).toBe('');
  });
});
