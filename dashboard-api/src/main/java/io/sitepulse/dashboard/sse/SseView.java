package io.sitepulse.dashboard.sse;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * The part of a subject's state that one subscriber may see, and what it has received of it.
 *
 * <p>Not thread-safe. The hub calls it on its own event loop only.
 *
 * @param <S> type of the state
 */
public interface SseView<S> {
  /**
   * Returns a frame with everything in the state that the subscriber has not received, and empty if
   * there is nothing. The hub writes the frame in any case.
   */
  Optional<Buffer> update(S state);

  /** Returns the last frame of a subscription that is over, and empty while it continues. */
  default Optional<Buffer> lastFrame() {
    return Optional.empty();
  }
}
