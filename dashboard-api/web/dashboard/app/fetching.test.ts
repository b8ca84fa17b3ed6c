import type { ReactiveControllerHost } from 'lit';
import { describe, expect, it } from 'vitest';
import { Problem } from './api/problem.js';
import { Fetching } from './fetching.js';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
} satisfies ReactiveControllerHost;

const drawings = {
  waiting: () => 'waiting',
  ready: (value: string, stale: boolean) => value + (stale ? ' stale' : ''),
  failed: (problem: Problem) => `failed ${problem.status.toString()}`,
};

function scene(): {
  fetching: Fetching<readonly [string], string>;
  ask: (next: string) => void;
  answers: Map<string, { resolve: (value: string) => void; reject: (thrown: unknown) => void }>;
  aborted: string[];
} {
  let key = '';
  const answers = new Map<
    string,
    { resolve: (value: string) => void; reject: (thrown: unknown) => void }
  >();
  const aborted: string[] = [];
  const fetching = new Fetching<readonly [string], string>(
    host,
    () => [key],
    (signal, asked) =>
      new Promise((resolve, reject) => {
        answers.set(asked, { resolve, reject });
        signal.addEventListener('abort', () => aborted.push(asked));
      }),
  );
  const ask = (next: string): void => {
    key = next;
    fetching.hostUpdate();
  };
  return { fetching, ask, answers, aborted };
}

const settled = (): Promise<void> => Promise.resolve().then(() => Promise.resolve());

describe('fetching', () => {
  it('waits, then is ready', async () => {
    const { fetching, ask, answers } = scene();
    ask('a');
    expect(fetching.draw(drawings)).toBe('waiting');
    answers.get('a')?.resolve('A');
    await settled();
    expect(fetching.draw(drawings)).toBe('A');
  });

  it('keeps the last answer as stale until the next one arrives', async () => {
    const { fetching, ask, answers } = scene();
    ask('a');
    answers.get('a')?.resolve('A');
    await settled();
    ask('b');
    expect(fetching.draw(drawings)).toBe('A stale');
  });

  it('ignores an outdated answer', async () => {
    const { fetching, ask, answers, aborted } = scene();
    ask('a');
    ask('b');
    answers.get('b')?.resolve('B');
    answers.get('a')?.resolve('A');
    await settled();
    expect([fetching.draw(drawings), aborted]).toEqual(['B', ['a']]);
  });

  it('does not repeat the same request, unless asked to', async () => {
    const { fetching, ask, answers } = scene();
    ask('a');
    answers.get('a')?.reject(new Problem(503, '', ''));
    await settled();
    ask('a');
    expect(fetching.draw(drawings)).toBe('failed 503');
    fetching.reload();
    answers.get('a')?.resolve('A');
    await settled();
    expect(fetching.draw(drawings)).toBe('A');
  });
});
