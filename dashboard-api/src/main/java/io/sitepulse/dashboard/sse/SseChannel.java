package io.sitepulse.dashboard.sse;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The readers of one subject and the last message they got. Used by its hub's context only. */
final class SseChannel {
  private final String event;
  private final Supplier<Optional<LiveState>> source;
  private final UpdateThrottle updateThrottle;
  private final Set<SseSubscriber> readers = new LinkedHashSet<>();
  private @Nullable Object shown;
  private Buffer frame = Buffer.buffer();

  SseChannel(String event, Supplier<Optional<LiveState>> source, UpdateThrottle updateThrottle) {
    this.event = event;
    this.source = source;
    this.updateThrottle = updateThrottle;
  }

  /** Adds a reader and gives it the state at once. */
  boolean join(SseSubscriber sseSubscriber, long now) {
    if (readers.isEmpty()) {
      source.get().ifPresent(state -> show(state, now));
    }
    readers.add(sseSubscriber);
    return sseSubscriber.write(frame);
  }

  boolean leave(SseSubscriber sseSubscriber) {
    return readers.remove(sseSubscriber);
  }

  /** Whether there is something its readers have not been told. */
  boolean isNews() {
    return source.get().map(state -> !state.content().equals(shown)).orElse(false);
  }

  /** Whether the subject itself is gone. */
  boolean isGone() {
    return source.get().isEmpty();
  }

  long waitMs(long now) {
    return updateThrottle.waitMs(now);
  }

  /** Prepares the present state as the message for all. */
  Buffer renew(long now) {
    source.get().ifPresent(state -> show(state, now));
    return frame;
  }

  /** The last message. */
  Buffer frame() {
    return frame;
  }

  List<SseSubscriber> readers() {
    return List.copyOf(readers);
  }

  boolean isEmpty() {
    return readers.isEmpty();
  }

  private void show(LiveState state, long now) {
    shown = state.content();
    frame = state.frame(event);
    updateThrottle.sent(now);
  }
}
