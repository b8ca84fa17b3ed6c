import { afterEach, beforeEach, vi } from 'vitest';
import { fakeTime, pass, realTime } from '../../test/clock';
import type { TrackedEvent } from './event';
import type { Tracking, View } from './tracker';

const pushState = history.pushState.bind(history);
const replaceState = history.replaceState.bind(history);

/** What the tracker has sent, and what it has sent on leaving. */
export let sent: TrackedEvent[] = [];
export let last: TrackedEvent[] = [];

/** Gives each test a page of its own and a clock that stands still. */
export function trackerTests(): void {
  beforeEach(() => {
    localStorage.clear();
    sent = [];
    last = [];
    Object.assign(history, { pushState, replaceState });
    history.replaceState({}, '', '/tin?x=1#a');
    document.title = 'Tin';
    fakeTime();
  });

  afterEach(realTime);
}

export async function start(more: Partial<Tracking> = {}): Promise<View> {
  vi.doMock('./sender', () => ({
    sender: () => ({
      send: (event: TrackedEvent) => sent.push(event),
      sendLast: (event: TrackedEvent) => last.push(event),
    }),
  }));
  const { track } = await import('./tracker');
  return track({
    host: 'https://h',
    site: 's',
    heartbeat: 60_000,
    hash: false,
    manual: false,
    ...more,
  });
}

export const views = (): string[] => sent.filter(({ kind }) => !kind).map(({ page }) => page);
export const beats = (): (number | undefined)[] =>
  sent.filter(({ kind }) => kind).map(({ engagedMs }) => engagedMs);

/** Navigates within a single-page site. */
export async function go(how: 'pushState' | 'replaceState', url: string): Promise<void> {
  history[how]({}, '', url);
  await pass(1500);
}
