import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from './api/problem.js';

/** What is drawn while there is no value, and when there is one. */
export interface Drawings<T, R> {
  /** Nothing has come yet. */
  readonly waiting: () => R;
  /** It came; `stale` while the next one is under way, to be drawn paler. */
  readonly ready: (value: T, stale: boolean) => R;
  /** It did not come; `retry` asks again. */
  readonly failed: (problem: Problem, retry: () => void) => R;
}

/**
 * Fetches for an element whenever what it asks for has changed. While the next answer is under way
 * the last one stays, so that nothing jumps; an answer that is overtaken is aborted and forgotten.
 *
 *     private readonly sites = new Fetching(this, () => [this.scope], (signal, scope) => api.get(…));
 *     render() { return this.sites.draw({ waiting, ready, failed }); }
 */
export class Fetching<const A extends readonly unknown[], T> implements ReactiveController {
  private value: T | undefined;
  private problem: Problem | undefined;
  private running: AbortController | undefined;
  private asked: string | undefined;
  /** Out of the page: an update that was under way asks nothing more. */
  private gone = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** What is asked for; undefined if there is nothing to ask yet. */
    private readonly key: () => A | undefined,
    private readonly load: (signal: AbortSignal, ...key: A) => Promise<T>,
  ) {
    host.addController(this);
  }

  /** Asks if the question is a new one. */
  hostUpdate(): void {
    const key = this.key();
    const question = key && JSON.stringify(key);
    if (key && question !== this.asked && !this.gone) {
      this.asked = question;
      void this.run(key);
    }
  }

  hostConnected(): void {
    this.gone = false;
  }

  hostDisconnected(): void {
    this.gone = true;
    this.running?.abort();
    this.running = undefined;
    this.asked = undefined;
  }

  /** The last answer. */
  get latest(): T | undefined {
    return this.value;
  }

  /** Whether an answer is under way. */
  get waits(): boolean {
    return this.running !== undefined;
  }

  /** Asks again. */
  readonly again = (): void => {
    const key = this.key();
    if (key) {
      void this.run(key);
    }
  };

  /** Takes a value that came another way: the answer to a change. */
  set(value: T): void {
    this.value = value;
    this.problem = undefined;
    this.host.requestUpdate();
  }

  /** Draws what there is. */
  draw<R>({ waiting, ready, failed }: Drawings<T, R>): R {
    if (this.problem) {
      return failed(this.problem, this.again);
    }
    return this.value === undefined ? waiting() : ready(this.value, this.waits);
  }

  private async run(key: A): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.host.requestUpdate();
    try {
      const value = await this.load(running.signal, ...key);
      this.settle(running, value, undefined);
    } catch (thrown) {
      this.settle(running, this.value, Problem.of(thrown));
    }
  }

  private settle(running: AbortController, value: T | undefined, problem?: Problem): void {
    if (this.running === running) {
      this.running = undefined;
      this.value = value;
      this.problem = problem;
      this.host.requestUpdate();
    }
  }
}
