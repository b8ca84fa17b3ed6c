import { describe, expect, it } from 'vitest';
import type { DayMark, TimeSeries } from '../../../../api/schema.js';
import { marksOf } from './day-marks.js';

const TET: DayMark = {
  kind: 'holiday',
  from: '2026-02-16',
  to: '2026-02-20',
  text: 'Tết Nguyên đán',
};
const NATIONAL: DayMark = { kind: 'holiday', from: '2026-09-02', to: '2026-09-02', text: 'QK' };
const NOTE: DayMark = {
  kind: 'note',
  from: '2026-02-28',
  to: '2026-03-01',
  text: 'Cúp điện',
  scopeName: 'Sở A',
};

function series(unit: TimeSeries['unit'], ...at: string[]): TimeSeries {
  const sums = { views: 1, visits: 1, visitors: 1, engagedMs: 0 };
  return { unit, points: at.map((one) => ({ at: one, ...sums, before: null })), unmatched: [] };
}

describe('the marked days of a chart', () => {
  it('are the days of a mark that are in the period, with the scope of a note', () => {
    const days = series('day', '2026-02-19', '2026-02-20', '2026-02-28');
    expect(marksOf([TET, NOTE, NATIONAL], days)).toEqual([
      { name: 'Tết Nguyên đán', from: 0, to: 1 },
      { name: 'Sở A: Cúp điện', from: 2, to: 2 },
    ]);
  });

  it('are months with a note, or with three days of a holiday', () => {
    const months = series('month', '2026-02', '2026-03', '2026-09');
    expect(marksOf([TET, NOTE, NATIONAL], months)).toEqual([
      { name: 'Tết Nguyên đán', from: 0, to: 0 },
      { name: 'Sở A: Cúp điện', from: 0, to: 1 },
    ]);
  });

  it('are no hours', () => {
    expect(marksOf([TET], series('hour', '2026-02-16T08'))).toEqual([]);
  });
});
