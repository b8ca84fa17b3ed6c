package io.sitepulse.dashboard.sse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of one subject and the state that was published last. Not thread-safe: confined
 * to the event loop of its hub.
 */
final class SseChannel<S> {
  private final UpdateThrottle throttle;
  private final Set<SseSubscriber<S>> subscribers = new LinkedHashSet<>();
  private @Nullable S state;

  SseChannel(UpdateThrottle throttle) {
    this.throttle = throttle;
  }

  void add(SseSubscriber<S> subscriber) {
    subscribers.add(subscriber);
  }

  void remove(SseSubscriber<S> subscriber) {
    subscribers.remove(subscriber);
  }

  boolean isEmpty() {
    return subscribers.isEmpty();
  }

  List<SseSubscriber<S>> subscribers() {
    return List.copyOf(subscribers);
  }

  /** The state that was published last. Empty if there has been none. */
  Optional<S> published() {
    return Optional.ofNullable(state);
  }

  /** Milliseconds until the next state may be published, 0 if it may be now. */
  long waitMs(long now) {
    return throttle.waitMs(now);
  }

  void publish(S next, long now) {
    state = next;
    throttle.sent(now);
  }
}
