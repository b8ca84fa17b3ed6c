/** A fake `EventSource` controlled by the test. */
export class FakeStream {
  static all: FakeStream[] = [];
  onerror: (() => void) | undefined;
  closed = false;
  private readonly listeners = new Map<string, (message: { data: string }) => void>();

  constructor(readonly url: string) {
    FakeStream.all.push(this);
  }

  static get open(): FakeStream[] {
    return FakeStream.all.filter(({ closed }) => !closed);
  }

  addEventListener(event: string, listener: (message: { data: string }) => void): void {
    this.listeners.set(event, listener);
  }

  close(): void {
    this.closed = true;
  }

  say(event: string, value: unknown): void {
    this.listeners.get(event)?.({ data: JSON.stringify(value) });
  }

  fail(): void {
    this.onerror?.();
  }
}
