import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Observes the width of an element, so that it can draw cards in place of a table. */
export class NarrowLayout implements ReactiveController {
  now = false;
  private readonly sizes: ResizeObserver;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly below: number,
  ) {
    host.addController(this);
    this.sizes = new ResizeObserver(([entry]) => {
      this.take(entry?.contentRect.width ?? 0);
    });
  }

  hostConnected(): void {
    this.sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
  }

  private take(width: number): void {
    const now = width > 0 && width < this.below;
    if (now !== this.now) {
      this.now = now;
      this.host.requestUpdate();
    }
  }
}
