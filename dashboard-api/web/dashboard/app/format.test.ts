import { afterEach, describe, expect, it } from 'vitest';
import * as format from './format.js';
import { setLanguage } from './language.js';

afterEach(() => {
  setLanguage('vi');
});

const both = (make: () => string): [string, string] => {
  setLanguage('vi');
  const vi = make();
  setLanguage('en');
  return [vi, make()];
};

describe('formatters', () => {
  it('write numbers as each language groups them', () => {
    expect(both(() => format.number(2_756_838))).toEqual(['2.756.838', '2,756,838']);
    expect(both(() => format.number(null))).toEqual(['–', '–']);
  });

  it('name the zone of a site that has not the clock of the office', () => {
    const at = Date.parse('2026-07-01T20:30:05Z');
    expect(both(() => format.siteTime(at, 'Europe/Berlin'))).toEqual([
      '22:30 01/07/2026 (Europe/Berlin)',
      '22:30 1 Jul 2026 (Europe/Berlin)',
    ]);
    expect(format.siteTime(at, format.OFFICE_ZONE)).toBe('03:30 2 Jul 2026');
    expect(format.siteClock(at, 'Europe/Berlin')).toBe('22:30:05 (Europe/Berlin)');
    expect(format.siteClock(at, format.OFFICE_ZONE)).toBe('03:30:05');
  });

  it('write shares with one decimal, and above one hundred for a target', () => {
    expect(both(() => format.share(0.425))).toEqual(['42,5%', '42.5%']);
    expect(both(() => format.share(1.2137))).toEqual(['121,4%', '121.4%']);
  });

  it('write changes with their sign', () => {
    expect(both(() => format.change(0.1234))).toEqual(['+12,3%', '+12.3%']);
    expect(format.change(-0.05)).toBe('-5.0%');
    expect(format.change(0)).toBe('0.0%');
    expect(format.change(null)).toBe('–');
  });

  it('give a direction only if the displayed decimal shows it', () => {
    expect([0.0004, 0.001, -0.2, null].map(format.direction)).toEqual([
      'same',
      'up',
      'down',
      'same',
    ]);
  });

  it('write durations in their two largest units', () => {
    expect(format.duration(45_000)).toBe('45 giây');
    expect(format.duration(125_000)).toBe('2 phút 05 giây');
    expect(format.duration(3_600_000)).toBe('1 giờ 00 phút');
    expect(format.duration(3 * 86_400_000 + 7_200_000)).toBe('3 ngày 2 giờ');
  });

  it('write days independent of the time zone', () => {
    expect(both(() => format.day('2026-01-01'))).toEqual(['01/01/2026', '1 Jan 2026']);
    expect(both(() => format.dayShort('2026-11-02'))).toEqual(['02/11', '2 Nov']);
    expect(format.dayLong('2026-11-22')).toBe('Sunday, 22 Nov 2026');
  });

  it('name weekdays from Monday on', () => {
    expect([1, 7].map((n) => format.weekday(n, 'short'))).toEqual(['T2', 'CN']);
    setLanguage('en');
    expect([1, 7].map((n) => format.weekday(n))).toEqual(['Monday', 'Sunday']);
  });

  it('write a moment in a zone', () => {
    const at = Date.parse('2026-11-22T03:05:00Z');
    expect(format.time(at, 'Asia/Ho_Chi_Minh')).toBe('10:05 22/11/2026');
    expect(format.time(at)).toBe('10:05 22/11/2026');
    expect(format.clock(at)).toMatch(/^10:05:/);
    expect(format.time(at, 'Europe/Berlin')).toBe('04:05 22/11/2026');
  });

  it('write the time since a moment', () => {
    const now = Date.parse('2026-11-22T03:05:00Z');
    expect(format.relative(now - 5_000, now)).toBe('vừa xong');
    expect(format.relative(now - 300_000, now)).toBe('5 phút trước');
  });

  it('make texts comparable without diacritics', () => {
    expect(format.plain('Đồng Xoài')).toBe('dong xoai');
  });
});
