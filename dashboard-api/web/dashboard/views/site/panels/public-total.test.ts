import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { all, faults, mount, text } from '../../../components/testing.js';
import { answer, drawn } from '../../test-stubs.js';
import type { PublicTotalLine } from './public-total.js';
import './public-total.js';

const sums = (visits: number): { views: number; visits: number; visitors: number } => ({
  views: visits,
  visits,
  visitors: visits,
});
const baseline = { ...sums(2000), asOf: '2025-01-31', source: 'Bộ đếm cũ', enteredBy: 'Bình' };
const days = { days: 0, sums: sums(0) };
const total = {
  site: 'a.vn',
  asOf: 0,
  shown: sums(2005),
  difference: sums(0),
  proof: 'equal',
  unequalDays: [],
  sites: [
    {
      site: 'a.vn',
      name: 'A',
      baseline,
      imported: days,
      counted: days,
      today: sums(5),
      difference: sums(0),
      corrections: [
        { at: 0, by: 'An', after: { ...baseline, visits: 20 } },
        { at: 86_400_000, by: 'Bình', before: { ...baseline, visits: 20 }, after: baseline },
      ],
    },
  ],
};

describe('sp-public-total', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('shows the total, its parts and every change of the baseline', async () => {
    answer({ 'sites/a.vn/total': total });
    const line = await mount<PublicTotalLine>(
      html`<sp-public-total .site=${'a.vn'}></sp-public-total>`,
    );
    await drawn(line);
    expect(text(line)).toContain('2.005 = số ban đầu 2.000 + các ngày 5 · khớp');
    const [entered, corrected] = all(line, '.correction').map((one) => one.textContent);
    expect(entered).toContain('An nhập số ban đầu 20');
    expect(corrected).toContain('Bình sửa số ban đầu 20 → 2.000');
    expect(await faults()).toEqual([]);
  });
});
