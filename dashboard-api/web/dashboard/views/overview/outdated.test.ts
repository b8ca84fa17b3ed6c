import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mount } from '../../components/testing.js';
import { answer, drawn, placeOf, silence } from '../test-stubs.js';
import type { OverviewView } from './overview.js';
import './index.js';

const none = { views: 0, visits: 0, visitors: 0, engagedMs: 0 };
const change = { views: null, visits: null, visitors: null, engagedMs: null };
const pair = { now: none, before: none, change };
const figures = { online: 0, today: none, month: pair, year: pair, total: none, baseline: none };
const sum = { ...figures, spark: null, sites: 0, hiddenSites: 0 };
const site = { id: 'a', name: 'A', day: '2026-12-01', predecessors: [], ...figures };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an overview that is left open', () => {
  it('is loaded again, because its compared days end when it was loaded', async () => {
    const sources = silence();
    const overview = { asOf: 0, complete: true, sites: [site], groups: [], all: sum };
    const asked = answer({ overview: { ...overview, baselineChanges: [] } });
    const view = await mount<OverviewView>(
      html`<sp-overview-view .place=${placeOf('')}></sp-overview-view>`,
    );
    await drawn(view);
    const opened = Date.now();
    const after = async (minutes: number): Promise<number> => {
      vi.spyOn(Date, 'now').mockReturnValue(opened + minutes * 60_000);
      sources[0]?.say('figures', { whole: true, sites: { a: { ...figures, day: site.day } } });
      await drawn(view);
      return asked.length;
    };
    expect(await after(9)).toBe(1);
    expect(await after(11)).toBe(2);
  });
});
