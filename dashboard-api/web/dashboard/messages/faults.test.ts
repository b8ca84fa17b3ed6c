import { afterEach, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../build/openapi.mjs';
import { setLanguage } from '../app/language.js';
import { faultText, sentences } from './faults.js';

const LIMITS = { min: 1, max: 200, of: ['a', 'b'], site: 'so-moi.vn', count: 3, pattern: '[a-z]+' };

/** Every code of the document. A test of the server compares the document with its own list. */
function codes(): string[] {
  return [...(openApiDocument().components.schemas['Rule']?.enum ?? [])];
}

const fault = (code: string, field = 'name', limits: object = LIMITS) => ({
  field,
  reason: 'invalid',
  code,
  limits: limits as Record<string, unknown>,
  detail: 'the server says it in English',
});

describe('messages of field errors', () => {
  afterEach(() => {
    setLanguage('vi');
  });

  it('exist in both languages for every code of the server', () => {
    expect(codes().length).toBeGreaterThan(30);
    expect(Object.keys(sentences.vi).sort()).toEqual(codes().sort());
    expect(Object.keys(sentences.en).sort()).toEqual(codes().sort());
  });

  it.each(['vi', 'en'] as const)('are complete for any limits: %s', (language) => {
    setLanguage(language);
    for (const code of codes()) {
      for (const limits of [LIMITS, { min: 0 }, { max: 50 }, {}]) {
        const sentence = faultText(fault(code, 'name', limits));
        expect(sentence, code).toMatch(/[.]$/);
        expect(sentence, code).not.toMatch(/undefined|NaN|server/);
      }
    }
  });

  it('format limits in the language', () => {
    expect(faultText(fault('range', 'limit', { min: 1, max: 10_000 }))).toBe(
      'Phải là số từ 1 đến 10.000.',
    );
    expect(faultText(fault('day-range', 'from', { min: '2000-01-01', max: '2036-11-22' }))).toBe(
      'Phải là ngày từ 01/01/2000 đến 22/11/2036.',
    );
    setLanguage('en');
    expect(faultText(fault('range', 'limit', { max: 10_000 }))).toBe(
      'It must be a number of at most 10,000.',
    );
  });

  it('name the format of a field', () => {
    expect(faultText(fault('format', 'login'))).toContain('. _ @ + -');
    expect(faultText(fault('format', 'origins'))).toContain('https://ten-mien');
    expect(faultText(fault('format', 'else'))).toBe('Nội dung chưa đúng dạng quy định.');
  });

  it('use the detail of the server for an unknown code', () => {
    expect(faultText(fault('of-tomorrow'))).toBe('the server says it in English');
    expect(faultText({ field: 'a', reason: 'invalid', detail: 'older server' })).toBe(
      'older server',
    );
  });
});
