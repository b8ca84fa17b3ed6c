import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../api/schema.js';
import { drawDays } from './partial.js';

const days = { text: '2026-10', from: '2026-10-01', to: '2026-10-31' };
const summary = {
  hiddenSites: 0,
  movedSites: 0,
  period: days,
  begun: days,
  compared: null,
  partOfDay: false,
  before: null,
} as unknown as Summary;

function text(more: Partial<Summary>): string {
  const host = document.createElement('div');
  render(drawDays({ ...summary, ...more }), host);
  return host.textContent;
}

describe('the days of the figures', () => {
  it('come with a notice if the reader may not see all sites', () => {
    expect(text({})).not.toContain('không được xem');
    expect(text({ hiddenSites: 1 })).toContain('không gồm 1 trang thông tin');
    expect(text({ movedSites: 1 })).toContain(
      '1 trang thông tin đã sáp nhập vào trang của khối khác',
    );
  });

  it('say since when a site is counted that has too few to compare with', () => {
    const compared = { text: '2025-10', from: '2025-10-01', to: '2025-10-31' };
    expect(text({ compared })).toContain('Kỳ so sánh không có số liệu');
    const said = text({ compared, countedFrom: '2025-10-20' });
    expect(said).toContain('được đếm từ 20/10/2025, chưa đủ để so sánh');
    expect(said).not.toContain('không có số liệu');
  });

  it('say that a running day is compared until the same time', () => {
    const compared = { text: '2025-10-31', from: '2025-10-31', to: '2025-10-31' };
    expect(text({ compared })).not.toContain('đến cùng giờ');
    expect(text({ compared, partOfDay: true })).toContain('đến cùng giờ');
  });
});
