import { afterEach, describe, expect, it } from 'vitest';
import { percentage } from '../poll/percentage';
import { clock, count, languageOf } from './language';

describe('the language of a widget', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    document.body.replaceChildren();
  });

  const inside = (html: string): Element => {
    document.body.innerHTML = html;
    return document.querySelector('i') ?? document.body;
  };

  it('is Vietnamese by default', () => {
    expect(languageOf(inside('<i></i>'))).toBe('vi');
  });

  it('is that of the page', () => {
    document.documentElement.lang = 'en-US';
    expect(languageOf(inside('<i></i>'))).toBe('en');
    document.documentElement.lang = 'vi-VN';
    expect(languageOf(inside('<i></i>'))).toBe('vi');
  });

  it('is that of the nearest element', () => {
    document.documentElement.lang = 'vi';
    expect(languageOf(inside('<p lang="en"><i></i></p>'))).toBe('en');
    expect(languageOf(inside('<p lang="en"><i lang="vi"></i></p>'))).toBe('vi');
  });

  it('is English for all others', () => {
    expect(languageOf(inside('<i lang="fr"></i>'))).toBe('en');
  });
});

describe('numbers', () => {
  it('are formatted by language', () => {
    expect(count(2_756_838, 'vi')).toBe('2.756.838');
    expect(count(2_756_838, 'en')).toBe('2,756,838');
    expect(count(0, 'vi')).toBe('0');
  });

  it('are percentages with one decimal at most', () => {
    expect(percentage(301, 459, 'vi')).toBe('65,6%');
    expect(percentage(301, 459, 'en')).toBe('65.6%');
    expect(percentage(1, 2, 'vi')).toBe('50%');
  });

  it('are 0% of zero', () => {
    expect(percentage(0, 0, 'vi')).toBe('0%');
  });

  it('are times of day with the day if it differs', () => {
    const at = new Date(2026, 10, 21, 9, 5);
    expect(clock(at, 'vi', at)).toBe('09:05');
    expect(clock(at, 'en', new Date(2026, 10, 22))).toContain('21/11/2026');
  });
});
