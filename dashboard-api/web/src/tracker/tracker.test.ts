import { describe, expect, it, vi } from 'vitest';
import { pass, turn } from '../../test/clock';
import { beats, go, last, sent, start, trackerTests, views } from './tracker-tester';

describe('the tracker', () => {
  trackerTests();

  it('counts a visible page', async () => {
    await start();
    expect(sent).toMatchObject([{ site: 's', page: '/tin?x=1', title: 'Tin', language: 'en-US' }]);
    expect(sent[0]).not.toHaveProperty('anonymous');
  });

  it('waits until a hidden page is visible', async () => {
    turn('hidden');
    await start();
    await pass(300_000);
    expect(sent).toEqual([]);
    turn('visible');
    expect(views()).toEqual(['/tin?x=1']);
  });

  it('sends a heartbeat each minute with the engaged time', async () => {
    await start();
    await pass(61_000);
    document.dispatchEvent(new Event('keydown'));
    await pass(60_000);
    expect(beats()).toEqual([30_000, 30_000]);
    expect(sent[1]).toMatchObject({ kind: 'heartbeat', view: sent[0]?.id, page: '/tin?x=1' });
  });

  it.each([-1000, 0.001, 0])('never sends heartbeats without a pause: %s ms', async (heartbeat) => {
    await start({ heartbeat });
    await pass(60_000);
    expect(beats().length).toBeLessThanOrEqual(42);
  });

  it('sends the last one when the page is hidden', async () => {
    await start();
    await pass(5000);
    turn('hidden');
    window.dispatchEvent(new Event('pagehide'));
    expect(last).toMatchObject([{ kind: 'heartbeat', engagedMs: 5000, view: sent[0]?.id }]);
    await pass(600_000);
    expect(beats()).toEqual([]);
  });

  it.each(['pagehide', 'hidden'])('counts a page that is left at once: %s', async (how) => {
    await start();
    await pass(5000);
    history.pushState({}, '', '/tin/2');
    if (how === 'hidden') {
      turn('hidden');
    }
    window.dispatchEvent(new Event('pagehide'));
    expect(last).toMatchObject([
      { kind: 'heartbeat', page: '/tin?x=1', engagedMs: 5000 },
      { page: '/tin/2' },
    ]);
    await pass(600_000);
    turn('visible');
    expect(views()).toEqual(['/tin?x=1']);
  });

  it('does not count a page that was left before it was visible', async () => {
    turn('hidden');
    await start();
    history.pushState({}, '', '/tin/2');
    window.dispatchEvent(new Event('pagehide'));
    expect([...sent, ...last]).toEqual([]);
  });

  it('sends a heartbeat at once when the page becomes visible after a while', async () => {
    await start();
    turn('hidden');
    await pass(600_000);
    turn('visible');
    expect(beats()).toEqual([0]);
  });

  it('gives a view its engaged time before the next one', async () => {
    await start();
    await pass(7000);
    await go('pushState', '/tin/2');
    expect(sent.map(({ kind, page }) => (kind ? 'beat ' : '') + page)).toEqual([
      '/tin?x=1',
      'beat /tin?x=1',
      '/tin/2',
    ]);
  });

  it('is anonymous under global privacy control', async () => {
    vi.stubGlobal('navigator', { language: 'vi', globalPrivacyControl: true });
    await start();
    expect(sent).toMatchObject([{ anonymous: true }]);
  });

  it('sends nothing after an opt-out', async () => {
    const { optOut } = await import('./tracker');
    optOut(true);
    const view = await start();
    view();
    await pass(120_000);
    expect(sent).toEqual([]);
    optOut(false);
    view();
    expect(sent.length).toBeGreaterThan(0);
  });
});
