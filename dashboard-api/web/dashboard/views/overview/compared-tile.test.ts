import { html, render } from 'lit';
import { describe, expect, it } from 'vitest';
import type { Overview, PeriodComparison } from '../../../api/schema.js';
import { text } from '../../components/testing.js';
import { comparedText } from './cells.js';
import { comparedTile } from './compared-tile.js';

const sums = (n: number): PeriodComparison['now'] => ({
  views: n,
  visits: n,
  visitors: n,
  engagedMs: n,
});
const old: PeriodComparison = {
  now: sums(110),
  before: sums(100),
  change: { views: 0.1, visits: 0.1, visitors: 0.1, engagedMs: 0.1 },
};
const young: PeriodComparison = {
  now: sums(1013),
  before: sums(91),
  change: { views: null, visits: null, visitors: null, engagedMs: null },
  countedFrom: '2025-10-01',
};

async function tile(all: PeriodComparison, sites: readonly PeriodComparison[]): Promise<string> {
  const overview = { all: { year: all }, sites: sites.map((year) => ({ year })) };
  render(
    html`<main>
      ${comparedTile('Năm nay', 'year', overview as unknown as Overview, 'visits')}
    </main>`,
    document.body,
  );
  const drawn = document.body.querySelector('sp-stat-tile');
  await drawn?.updateComplete;
  return drawn ? text(drawn) : '';
}

describe('the tile of the running year', () => {
  it('says since when sites are counted instead of a change that is about the counting', async () => {
    const said = await tile(young, [young]);
    expect(said).toContain('được đếm từ 01/10/2025, chưa đủ để so sánh');
    expect(said).not.toContain('%');
  });

  it('says how many sites a change is about', async () => {
    expect(await tile(old, [old, young])).toContain('tính trên 1 trang được đếm trong cả hai kỳ');
    expect(await tile(old, [old])).toContain('so với cùng kỳ năm trước');
    expect(await tile(old, [old])).not.toContain('tính trên');
  });

  it('has the reason in the table too', () => {
    render(html`<p>${comparedText(young, 'visits')}</p>`, document.body);
    expect(document.body.textContent).toContain('được đếm từ 01/10/2025');
  });
});
