import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveStore } from './live.js';

const today = { views: 2, visits: 1, visitors: 1, engagedMs: 5 };

class FakeSource extends EventTarget {
  readyState = 1;
  close(): void {
    this.readyState = 2;
  }
  say(sites: object, whole = false): void {
    this.dispatchEvent(new MessageEvent('figures', { data: JSON.stringify({ whole, sites }) }));
  }
}

let sources: FakeSource[] = [];
const whoIsIt = vi.fn();
const store = (): LiveStore =>
  new LiveStore(() => {
    const source = new FakeSource();
    sources.push(source);
    return source as unknown as EventSource;
  }, whoIsIt);

beforeEach(() => {
  sources = [];
  whoIsIt.mockReset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('live store', () => {
  it('opens one stream for all listeners and closes it after the last', () => {
    const live = store();
    const ends = [live.listen(() => undefined), live.listen(() => undefined)];
    expect(sources).toHaveLength(1);
    ends.forEach((end) => {
      end();
    });
    expect(sources[0]?.readyState).toBe(2);
  });

  it('takes all figures first, then changed ones', () => {
    const live = store();
    const told = vi.fn();
    live.listen(told);
    expect(live.state).toBe('waiting');
    expect(live.sites).toBeUndefined();
    sources[0]?.say({ a: { online: 1, today }, b: { online: 2, today } }, true);
    sources[0]?.say({ a: { online: 5, today } });
    expect([...(live.sites?.keys() ?? [])]).toEqual(['a', 'b']);
    expect(live.figures.get('a')?.online).toBe(5);
    expect(live.figures.get('b')?.online).toBe(2);
    expect([live.state, told.mock.calls.length]).toEqual(['live', 2]);
  });

  it('removes sites that a complete message does not contain', () => {
    const live = store();
    live.listen(() => undefined);
    sources[0]?.say({ a: { online: 1, today }, b: { online: 2, today } }, true);
    sources[0]?.say({ b: { online: 2, today } }, true);
    expect([...(live.sites?.keys() ?? [])]).toEqual(['b']);
    sources[0]?.say({}, true);
    expect(live.sites?.size).toBe(0);
  });

  it('does not know the visible sites without a stream', () => {
    const live = store();
    const end = live.listen(() => undefined);
    sources[0]?.say({ a: { online: 1, today } }, true);
    end();
    live.listen(() => undefined);
    expect(live.sites).toBeUndefined();
    expect(live.figures.get('a')?.online).toBe(1);
  });

  it('checks the session when the stream says "signed-out" or is refused', () => {
    const live = store();
    live.listen(() => undefined);
    sources[0]?.say({}, true);
    sources[0]?.dispatchEvent(new MessageEvent('signed-out', { data: '{}' }));
    expect(whoIsIt).toHaveBeenCalledTimes(1);
    expect([sources[0]?.readyState, live.state]).toEqual([2, 'lost']);
    vi.advanceTimersByTime(5_000);
    const again = sources[1];
    if (again) {
      again.readyState = 2;
    }
    again?.dispatchEvent(new Event('error'));
    expect(whoIsIt).toHaveBeenCalledTimes(2);
  });

  it('reports a lost stream and reopens a refused one', () => {
    const live = store();
    live.listen(() => undefined);
    const [first] = sources;
    if (first) {
      first.readyState = 2;
    }
    first?.dispatchEvent(new Event('error'));
    expect(live.state).toBe('lost');
    vi.advanceTimersByTime(5_000);
    expect(sources).toHaveLength(2);
    sources[1]?.say({ a: { online: 1, today } });
    expect(live.state).toBe('live');
  });

  it('reports a stream as lost only if it does not return soon', () => {
    const live = store();
    live.listen(() => undefined);
    const [source] = sources;
    const breakOff = (): void => {
      if (source) {
        source.readyState = 0;
        source.dispatchEvent(new Event('error'));
      }
    };
    source?.say({});
    breakOff();
    vi.advanceTimersByTime(3_000);
    source?.say({});
    vi.advanceTimersByTime(60_000);
    expect(live.state).toBe('live');
    breakOff();
    vi.advanceTimersByTime(8_000);
    expect(live.state).toBe('lost');
  });

  it('clears the figures of the previous account', () => {
    const live = store();
    live.listen(() => undefined);
    sources[0]?.say({ a: { online: 1, today } });
    live.reset();
    expect(live.figures.size).toBe(0);
    expect(sources).toHaveLength(2);
  });
});
