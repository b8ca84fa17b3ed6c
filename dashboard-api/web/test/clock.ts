import { vi } from 'vitest';

const undo: (() => void)[] = [];

/**
 * Starts fake time and resets the loaded modules, so that later imports use the fake functions.
 * {@link realTime} ends it and removes the listeners of the modules.
 */
export function fakeTime(): void {
  vi.useFakeTimers();
  vi.setSystemTime(1_800_000_000_000);
  vi.resetModules();
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    vi.spyOn(target, 'addEventListener').mockImplementation((type: string, listener, options?) => {
      add(type, listener, options);
      undo.push(() => {
        target.removeEventListener(type, listener, options);
      });
    });
  }
}

export function realTime(): void {
  undo.splice(0).forEach((one) => {
    one();
  });
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** Advances time by `ms`, with all due timers and promises. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Makes the page hidden or visible and dispatches the event. */
export function turn(to: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(to);
  document.dispatchEvent(new Event('visibilitychange'));
}
