import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Dimension } from '../../../api/schema.js';
import { mount, text } from '../../components/testing.js';
import { answer, drawn, placeOf } from '../test-stubs.js';
import type { BreakdownPanel } from './panels/breakdown.js';
import { questionOf } from './report-query.js';
import './panels/breakdown.define.js';

const sums = { views: 3, visits: 2, visitors: 2, engagedMs: 0 };
const value = (of: string): object => ({ value: of, name: of, ...sums, before: null });

async function show(dimension: Dimension, ...names: string[]): Promise<string> {
  return showValues(dimension, names.map(value));
}

async function showValues(dimension: Dimension, values: readonly object[]): Promise<string> {
  const totals = { ...sums, visits: 2 * values.length };
  answer({ 'reports/breakdown': { dimension, rows: values.length, totals, values } });
  const reportQuery = questionOf(placeOf('site/a.vn', '?period=2026-10'));
  const panel = await mount<BreakdownPanel>(
    html`<sp-breakdown .reportQuery=${reportQuery} .dimensions=${[dimension]}></sp-breakdown>`,
  );
  await drawn(panel);
  return text(panel);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('figures by value', () => {
  it('say that robots have viewed no page, where the ledger has other events of theirs', async () => {
    expect(await show('bot')).toContain('Robot chưa xem trang nào.');
    expect(await show('bot')).toContain('bảng đối soát');
    expect(await show('bot', 'Googlebot')).not.toContain('Robot chưa xem trang nào.');
  });

  it('have no change where the site was not counted on all compared days', async () => {
    const before = { views: 1, visits: 1, visitors: 1 };
    const known = { ...value('/a'), before };
    const young = { ...value('/b'), before: { ...before, countedFrom: '2025-10-20' } };
    expect(await showValues('page', [known])).toContain('+100');
    expect(await showValues('page', [young])).not.toContain('+100');
  });

  it('say that countries need a file, if none is known', async () => {
    expect(await show('country', '')).toContain('máy chủ chưa có tệp GeoIP');
    expect(await show('country', '', 'VN')).not.toContain('GeoIP');
    expect(await show('language', '')).not.toContain('GeoIP');
  });
});
