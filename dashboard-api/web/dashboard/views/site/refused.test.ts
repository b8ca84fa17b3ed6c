import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../app/api/client.js';
import { Problem } from '../../app/api/problem.js';
import { all, faults, find, mount, text } from '../../components/testing.js';
import { answer, drawn, placeOf, silence, type Answers } from '../test-stubs.js';
import type { SiteView } from './site.js';

vi.mock('../../components/chart/chart.js', () => ({}));
await import('./index.js');

const sums = { views: 6, visits: 3, visitors: 2, engagedMs: 1, peakOnline: null };
const october = { text: '2026-10', from: '2026-10-01', to: '2026-10-31' };
const summary = {
  scope: 'site:a.vn',
  name: 'Sở Y tế',
  sample: false,
  zone: 'Asia/Ho_Chi_Minh',
  period: october,
  begun: october,
  compared: null,
  hiddenSites: 0,
  movedSites: 0,
  live: false,
  partOfDay: false,
  now: sums,
  before: null,
  change: { views: null, visits: null, visitors: null, engagedMs: null },
  ledger: {
    ...{ received: 10, views: 6, heartbeats: 3, duplicates: 1, bots: 0 },
    rejected: {},
    mergedVisits: 0,
  },
  predecessors: [],
};

async function show(answers: Answers): Promise<SiteView> {
  answer(answers);
  const view = await mount<SiteView>(
    html`<sp-site-view .place=${placeOf('site/a.vn', '?period=2026-10')}></sp-site-view>`,
  );
  await drawn(view);
  return view;
}

beforeEach(silence);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('refused events', () => {
  it('tells refused events by origin, and an editor allows an origin', async () => {
    const origin = { site: 'a.vn', reason: 'origin', events: 2, allowed: false };
    const answers = {
      'reports/summary': summary,
      'reports/refused': {
        total: 3,
        reasons: { origin: 2, invalid: 1 },
        origins: [
          { ...origin, origin: 'https://moi.vn' },
          { ...origin, origin: '*' },
          { ...origin, reason: 'invalid', origin: 'https://khac.vn' },
        ],
      },
      'sites/a.vn': { id: 'a.vn', role: 'editor', origins: ['https://a.vn'], revision: '7' },
    };
    const put = vi.spyOn(api, 'put').mockResolvedValue(undefined);
    const view = await show(answers);
    const panel = find(find(view, 'sp-ledger'), 'sp-refused');
    expect(text(panel)).toContain('Bị từ chối (3)');
    expect(text(panel)).toContain('Tên miền chưa được phép');
    expect(text(find(view, 'sp-ledger'))).toContain('Ngoài ra 3 tín hiệu bị từ chối');
    expect(find(view, 'sp-ledger').shadowRoot?.querySelector('.balanced')).toBeNull();
    expect(await faults()).toEqual([]);

    const buttons = all(panel, 'button');
    expect(buttons).toHaveLength(1);
    buttons[0]?.click();
    await drawn(view);

    expect(put).toHaveBeenCalledWith(
      'sites/a.vn',
      { origins: ['https://a.vn', 'https://moi.vn'] },
      { revision: '7' },
    );
  });

  it('offers a viewer no origin to allow, and no balance while refusals are not known', async () => {
    const origins = [
      { site: 'a.vn', reason: 'origin', origin: 'https://moi.vn', events: 2, allowed: false },
    ];
    const view = await show({
      'reports/summary': summary,
      'reports/refused': { total: 2, reasons: { origin: 2 }, origins },
      'sites/a.vn': { id: 'a.vn', role: 'viewer', origins: [], revision: '7' },
    });
    expect(all(find(find(view, 'sp-ledger'), 'sp-refused'), 'button')).toHaveLength(0);
    const away = await show({
      'reports/summary': summary,
      'reports/refused': new Problem(503, '/problems/unavailable', ''),
    });
    expect(text(find(away, 'sp-ledger'))).toContain('chưa thể kết luận là khớp');
  });

  it('shows refused events of a site that counts nothing', async () => {
    const zero = { views: 0, visits: 0, visitors: 0, engagedMs: 0, peakOnline: null };
    const none = { ...summary.ledger, received: 0, views: 0, heartbeats: 0, duplicates: 0 };
    const view = await show({
      'reports/summary': { ...summary, now: zero, ledger: none },
      'reports/refused': { total: 2, reasons: { origin: 2 }, origins: [] },
    });
    expect(text(find(find(view, 'sp-ledger'), 'sp-refused'))).toContain('Bị từ chối (2)');
  });
});
