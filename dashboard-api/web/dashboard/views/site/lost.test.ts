import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../app/api/problem.js';
import { all, faults, find, mount, text } from '../../components/testing.js';
import { answer, drawn, placeOf, silence } from '../test-stubs.js';
import type { ReviewView } from '../review/review.js';
import type { SiteView } from './site.js';

vi.mock('../../components/chart/chart.js', () => ({}));
await import('./index.js');
await import('../review/index.js');

beforeEach(silence);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is not there', () => {
  it('is an unknown site, without links that lead nowhere', async () => {
    answer({ 'reports/summary': new Problem(404, '/problems/not-found', '') });
    const view = await mount<SiteView>(
      html`<sp-site-view .place=${placeOf('site/sai.vn')}></sp-site-view>`,
    );
    await drawn(view);
    expect(find(view, 'h1').textContent).toBe('Không có trang hoặc khối “sai.vn”');
    const links = all(view, 'a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/dashboard/']);
    expect(await faults()).toEqual([]);
  });

  it('are all sites of a new installation, which is no fault', async () => {
    answer({ 'reports/summary': new Problem(404, '/problems/not-found', '') });
    const view = await mount<SiteView>(
      html`<sp-site-view .place=${placeOf('all')}></sp-site-view>`,
    );
    await drawn(view);
    expect(find(view, 'h1').textContent).toBe('Tất cả các trang');
    expect(text(view)).toContain('Chưa có trang thông tin nào.');
    expect(all(view, '[role=alert]')).toHaveLength(0);
  });

  it('is a review without sites, which does not wait for ever', async () => {
    answer({ sites: [], groups: [] });
    const view = await mount<ReviewView>(
      html`<sp-review-view .place=${placeOf('review')}></sp-review-view>`,
    );
    await drawn(view);
    expect(text(view)).toContain('Chưa có trang nào để lập báo cáo.');
    expect(text(view)).toContain('Tài khoản của bạn chưa được giao trang nào.');
  });
});
