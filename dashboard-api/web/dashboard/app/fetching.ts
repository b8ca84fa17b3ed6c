import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from './api/problem.js';

/** Templates for the states of a request. */
export interface StateTemplates<T, R> {
  /** No answer yet. */
  readonly waiting: () => R;
  /** An answer. `stale` is true while a newer one is being fetched. */
  readonly ready: (value: T, stale: boolean) => R;
  /** The request failed. `retry` sends it again. */
  readonly failed: (problem: Problem, retry: () => void) => R;
}

/**
 * Fetches for an element whenever its arguments change. The last answer stays until the next one
 * arrives, so that the page does not jump. An outdated request is aborted.
 *
 *     private readonly sites = new Fetching(this, () => [this.scope], (signal, scope) => api.get(…));
 *     render() { return this.sites.draw({ waiting, ready, failed }); }
 */
export class Fetching<const A extends readonly unknown[], T> implements ReactiveController {
  private value: T | undefined;
  private problem: Problem | undefined;
  private running: AbortController | undefined;
  private loadedKey: string | undefined;
  /** The element has left the page. Late updates must not start requests. */
  private disconnected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Arguments of the request, undefined if there is nothing to fetch yet. */
    private readonly key: () => A | undefined,
    private readonly load: (signal: AbortSignal, ...key: A) => Promise<T>,
  ) {
    host.addController(this);
  }

  /** Fetches if the arguments have changed. */
  hostUpdate(): void {
    const key = this.key();
    const text = key && JSON.stringify(key);
    if (key && text !== this.loadedKey && !this.disconnected) {
      this.loadedKey = text;
      void this.run(key);
    }
  }

  hostConnected(): void {
    this.disconnected = false;
  }

  hostDisconnected(): void {
    this.disconnected = true;
    this.running?.abort();
    this.running = undefined;
    this.loadedKey = undefined;
  }

  /** Last answer, if any. */
  get latest(): T | undefined {
    return this.value;
  }

  /** True while a request is running. */
  get isLoading(): boolean {
    return this.running !== undefined;
  }

  /** Repeats the request. */
  readonly reload = (): void => {
    const key = this.key();
    if (key) {
      void this.run(key);
    }
  };

  /** Sets a value that came another way, such as the answer to a change. */
  set(value: T): void {
    this.value = value;
    this.problem = undefined;
    this.host.requestUpdate();
  }

  /** Draws the current state. */
  draw<R>({ waiting, ready, failed }: StateTemplates<T, R>): R {
    if (this.problem) {
      return failed(this.problem, this.reload);
    }
    return this.value === undefined ? waiting() : ready(this.value, this.isLoading);
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
