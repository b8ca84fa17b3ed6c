package io.sitepulse.dashboard.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * One open event stream.
 *
 * <pre>
 * keeping up ── write queue full ──▶ behind ── drained ──▶ keeping up (gets the latest state)
 *                                       └── behind for two keep-alives ──▶ dropped
 * </pre>
 *
 * Used by its hub's context only.
 */
final class Reader {
  private static final int QUEUE_BYTES = 16 * 1024;

  private final HttpServerResponse response;
  private int beatsBehind;

  Reader(HttpServerResponse response) {
    this.response = response;
    response.setWriteQueueMaxSize(QUEUE_BYTES);
  }

  /** Whether the message went out; if not, the reader is behind. */
  boolean write(Buffer message) {
    if (response.closed() || response.writeQueueFull()) {
      return false;
    }
    beatsBehind = 0;
    response.write(message);
    return true;
  }

  /** Called once, when this reader can take messages again. */
  void whenDrained(Runnable then) {
    response.drainHandler(drained -> then.run());
  }

  /** Keeps the connection open; false if the reader has been dead for too long. */
  boolean beat(Buffer comment) {
    return write(comment) || ++beatsBehind < 2;
  }

  /** Ends the stream cleanly, so that the browser comes back by itself. */
  void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }

  /** Closes a connection that takes nothing any more. */
  void drop() {
    response.reset();
  }
}
