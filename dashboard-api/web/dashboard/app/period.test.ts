import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from './language.js';
import {
  daysName,
  parsePeriod,
  periodInText,
  periodName,
  periodOf,
  step,
  today,
} from './period.js';

afterEach(() => {
  setLanguage('vi');
});

const span = (text: string): string | undefined => {
  const period = parsePeriod(text);
  return period && `${period.kind} ${period.from} ${period.to}`;
};

describe('periods', () => {
  it('read every form of the API', () => {
    expect(span('2026-11-22')).toBe('day 2026-11-22 2026-11-22');
    expect(span('2026-W47')).toBe('week 2026-11-16 2026-11-22');
    expect(span('2024-02')).toBe('month 2024-02-01 2024-02-29');
    expect(span('2026-Q4')).toBe('quarter 2026-10-01 2026-12-31');
    expect(span('2026-H1')).toBe('half-year 2026-01-01 2026-06-30');
    expect(span('2026')).toBe('year 2026-01-01 2026-12-31');
    expect(span('2026-01-05..2026-03-15')).toBe('free 2026-01-05 2026-03-15');
  });

  it.each([
    '',
    '2026-13',
    '2026-02-30',
    '2026-W54',
    '2025-W53',
    '2026-Q5',
    '2026-03-15..2026-01-05',
    'x',
  ])('refuse %s', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('find the ISO week of days at the turn of the year', () => {
    expect(periodOf('week', '2027-01-01').text).toBe('2026-W53');
    expect(periodOf('week', '2024-12-30').text).toBe('2025-W01');
  });

  it('step to the one before and after', () => {
    const stepped = (text: string, by: -1 | 1): string => {
      const period = parsePeriod(text);
      return period ? step(period, by).text : '';
    };
    expect(stepped('2026-Q1', -1)).toBe('2025-Q4');
    expect(stepped('2026-H2', 1)).toBe('2027-H1');
    expect(stepped('2026-W01', -1)).toBe('2025-W52');
    expect(stepped('2026-01-11..2026-01-20', -1)).toBe('2026-01-01..2026-01-10');
  });

  it('are named as offices write them', () => {
    const named = ['2026-Q4', '2026-H1', '2026-11', '2026', '2026-W47'].map((text) =>
      periodName(text),
    );
    expect(named).toEqual([
      'Quý IV/2026',
      '6 tháng đầu năm 2026',
      'Tháng 11/2026',
      'Năm 2026',
      'Tuần 47/2026 (16/11 – 22/11)',
    ]);
    setLanguage('en');
    expect(periodName('2026-Q4')).toBe('Q4 2026');
    expect(periodName('2026-11')).toBe('November 2026');
  });

  it('are written within a sentence', () => {
    expect(periodInText('2026-Q4')).toBe('quý IV/2026');
    setLanguage('en');
    expect(['2026-H1', '2026-11'].map((text) => periodInText(text))).toEqual([
      'the first half of 2026',
      'November 2026',
    ]);
  });

  it('leave out a repeated year', () => {
    expect(daysName('2026-11-01', '2026-11-22')).toBe('01/11 – 22/11/2026');
    expect(daysName('2025-12-01', '2026-01-22')).toBe('01/12/2025 – 22/01/2026');
  });

  it('find the current day in a zone', () => {
    const late = new Date('2026-11-21T18:00:00Z');
    expect(today('Asia/Ho_Chi_Minh', late)).toBe('2026-11-22');
    expect(today('UTC', late)).toBe('2026-11-21');
    expect(today(undefined, late)).toBe('2026-11-22');
  });
});
