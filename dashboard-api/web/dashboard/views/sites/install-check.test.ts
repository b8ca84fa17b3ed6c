import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { html, type LitElement } from 'lit';
import type { SiteResponse, SiteStates } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { faults, find, mount, text } from '../../components/testing.js';
import './install-check.js';

let views = 7;
let states: SiteStates;

const site = {
  id: 'a',
  zone: 'Europe/Berlin',
  origins: ['https://a.vn'],
} as unknown as SiteResponse;

const start = async (): Promise<LitElement> => {
  const element = await mount<LitElement>(
    html`<sp-install-check .site=${site}></sp-install-check>`,
  );
  find(element, 'button').click();
  await vi.advanceTimersByTimeAsync(10);
  return element;
};

describe('sp-install-check', () => {
  beforeEach(() => {
    views = 7;
    states = { asOf: 0, script: '1.0.0', sites: [], unknownSites: [], untrustedProxies: [] };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    vi.spyOn(api, 'get').mockImplementation(() => Promise.resolve(states as never));
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(JSON.stringify({ today: { views } }))),
    );
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('waits for the first view and says when it came', async () => {
    vi.setSystemTime('2026-11-30T09:20:00Z');
    const element = await start();
    expect(text(element)).toContain('Đang chờ tín hiệu');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(text(element)).toContain('Đang chờ tín hiệu');
    views = 8;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(text(element)).toContain('Trang đang được đếm.');
    // The clock is that of the site, whatever that of the reader.
    expect(text(element)).toContain('lúc 10:20');
    expect(text(element)).toContain('(Europe/Berlin)');
  });

  it('says which origin is refused', async () => {
    const element = await start();
    const refusedOrigins = [{ origin: 'https://b.vn', events: 1 }];
    states = {
      ...states,
      sites: [{ site: 'a', name: 'A', state: 'never', refused: 1, refusedOrigins, scripts: [] }],
    };
    await vi.advanceTimersByTimeAsync(4_000);
    expect(text(element)).toContain('https://b.vn nhưng bị từ chối');
  });

  it('gives up after three minutes and says what to look at', async () => {
    const element = await start();
    await vi.advanceTimersByTimeAsync(190_000);
    expect(text(element)).toContain('Chưa nhận được tín hiệu nào');
    vi.useRealTimers();
    expect(await faults()).toEqual([]);
  });

  it('is stopped by a button', async () => {
    const element = await start();
    find(element, 'button').click();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(text(element)).not.toContain('Đang chờ tín hiệu');
    expect(text(element)).not.toContain('Không hỏi được');
  });
});
