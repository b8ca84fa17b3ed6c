package io.sitepulse.dashboard.sse;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * One open event stream.
 *
 * <pre>
 * up to date ── write queue full ──▶ behind ── drained ──▶ up to date (receives the latest state)
 *                                      └── no byte written for a minute ──▶ closed by the HTTP server
 * </pre>
 *
 * <p>The server's idle timeout ends a dead connection. Closing it from here would wait until the
 * client has read the bytes that are queued. Not thread-safe: confined to the event loop of its
 * hub.
 */
final class SseSubscriber<S> {
  private static final int QUEUE_BYTES = 16 * 1024;

  private final HttpServerResponse response;
  private final SseView<S> view;

  SseSubscriber(HttpServerResponse response, SseView<S> view) {
    this.response = response;
    this.view = view;
    response.setWriteQueueMaxSize(QUEUE_BYTES);
  }

  SseView<S> view() {
    return view;
  }

  /** Tells whether a frame can be written now. */
  boolean isWritable() {
    return !isClosed() && !response.writeQueueFull();
  }

  void write(Buffer frame) {
    response.write(frame);
  }

  /** Runs an action once, as soon as frames can be written again. */
  void whenDrained(Runnable action) {
    response.drainHandler(
        drained -> {
          response.drainHandler(next -> {});
          action.run();
        });
  }

  /** Ends the stream cleanly, so that the browser reconnects by itself. */
  void end() {
    if (!isClosed()) {
      response.end();
    }
  }

  /** Writes a last frame, which may be empty, and ends the stream. */
  void end(Buffer lastFrame) {
    if (!isClosed()) {
      response.end(lastFrame);
    }
  }

  boolean isClosed() {
    return response.ended() || response.closed();
  }
}
