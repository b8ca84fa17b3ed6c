import { describe, expect, it } from 'vitest';
import { dayText, dayTyped, momentText, momentTyped, numberTyped } from './typed.js';

describe('typed numbers', () => {
  it('may have their thousands separated', () => {
    for (const text of [
      '1200000',
      '1.200.000',
      '1 200 000',
      '1,200,000',
      ' 1\u00a0200\u202f000 ',
    ]) {
      expect(numberTyped(text), text).toBe(1_200_000);
    }
    expect(numberTyped('0')).toBe(0);
    expect(numberTyped('1.200')).toBe(1200);
  });

  it('are whole and unambiguous', () => {
    const wrong = [
      '',
      '-5',
      '1,5',
      '1.20',
      '12.00.000',
      '1.200,000',
      '1200.000',
      '1e6',
      '1.200.000,5',
    ];
    for (const text of [...wrong, '90071992547409930']) {
      expect(numberTyped(text), text).toBeUndefined();
    }
  });
});

describe('typed days', () => {
  it('begin with the day', () => {
    for (const text of ['5/1/2026', '05/01/2026', '5.1.2026', '05-01-2026', '2026-01-05']) {
      expect(dayTyped(text), text).toBe('2026-01-05');
    }
  });

  it('must exist', () => {
    for (const text of ['', '30/02/2026', '01/13/2026', '0/1/2026', '5/1/26', '5/1-2026']) {
      expect(dayTyped(text), text).toBeUndefined();
    }
    expect(dayTyped('29/02/2028')).toBe('2028-02-29');
  });

  it('are shown as they are typed', () => {
    expect(dayText('2026-01-05')).toBe('05/01/2026');
    expect(dayText('')).toBe('');
    expect(momentText('2026-01-05T08:30')).toBe('05/01/2026 08:30');
    expect(momentText('')).toBe('');
  });

  it('may have a time of day', () => {
    for (const text of ['5/1/2026 8:30', '05/01/2026 08h30', '2026-01-05T08:30']) {
      expect(momentTyped(text), text).toBe('2026-01-05T08:30');
    }
    for (const text of ['5/1/2026', '5/1/2026 24:00', '5/1/2026 8:60', '31/2/2026 8:00']) {
      expect(momentTyped(text), text).toBeUndefined();
    }
  });
});
