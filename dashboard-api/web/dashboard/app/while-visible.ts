import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Runs a task periodically while an element is in the page and the page is visible. */
export class WhileVisible implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly ms: number,
    private readonly act: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => {
      if (!document.hidden) {
        this.act();
      }
    }, this.ms);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
