package io.sitepulse.dashboard.sse;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * One open event stream.
 *
 * <pre>
 * keeping up ── write queue full ──▶ behind ── drained ──▶ keeping up (gets the latest state)
 *                                       └── nothing got through for a minute ──▶ closed by the port
 * </pre>
 *
 * The port's idle timeout is what ends a dead reader: closing its connection from here would wait
 * for the very bytes it does not take. Used by its hub's context only.
 */
final class SseSubscriber {
  private static final int QUEUE_BYTES = 16 * 1024;

  private final HttpServerResponse response;

  SseSubscriber(HttpServerResponse response) {
    this.response = response;
    response.setWriteQueueMaxSize(QUEUE_BYTES);
  }

  /** Whether the message went out; if not, the reader is behind. */
  boolean write(Buffer message) {
    if (response.closed() || response.writeQueueFull()) {
      return false;
    }
    response.write(message);
    return true;
  }

  /** Called once, when this reader can take messages again. */
  void whenDrained(Runnable then) {
    response.drainHandler(drained -> then.run());
  }

  /** Ends the stream cleanly, so that the browser comes back by itself. */
  void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }
}
