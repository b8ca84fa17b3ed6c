package io.sitepulse.dashboard.sse;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The event streams of all subjects of one kind, for example of all polls.
 *
 * <pre>
 * changed(subject) ─┐
 * poll timer ───────┴─▶ compute the state ── equal to the published one ──▶ nothing
 *                                        ├── changed, interval over ──▶ publish to all subscribers
 *                                        ├── changed, too early ──▶ poll again when the interval is over
 *                                        └── no such subject ──▶ end the streams
 * </pre>
 *
 * <p>A poll computes the state of a subject once, for all its subscribers. A new subscriber
 * receives the published state at once. The poll timer finds what changes with time alone, such as
 * midnight.
 *
 * <p>Channels and subscribers are confined to one event loop, the hub's own. This avoids locks and
 * coalesces a burst of changes into one poll.
 *
 * @param <K> identifies a subject
 * @param <S> type of the state of a subject
 */
public final class SseHub<K, S> {
  private static final Buffer HEARTBEAT = Buffer.buffer(": still here\n\n");

  private final SseConnections connections;
  private final Vertx vertx;
  private final Context context;
  private final Duration pollInterval;
  private final Duration minInterval;
  private final Function<K, Optional<S>> source;
  private final Map<K, SseChannel<S>> channels = new ConcurrentHashMap<>();
  private final Set<K> scheduled = ConcurrentHashMap.newKeySet();

  SseHub(
      SseConnections connections,
      Duration pollInterval,
      Duration minInterval,
      Function<K, Optional<S>> source) {
    this.connections = connections;
    this.vertx = connections.vertx();
    this.context = vertx.getOrCreateContext();
    this.pollInterval = pollInterval;
    this.minInterval = minInterval;
    this.source = source;
  }

  /**
   * Answers a request with the event stream of a subject, with 503 when the connection limit is
   * reached or the server is shutting down, and with 429 when the limit of its network is reached.
   */
  public void subscribe(RoutingContext request, K subject, SseView<S> view) {
    var subscriber = new SseSubscriber<>(request.response(), view);
    if (connections.open(request, () -> leave(subject, subscriber))) {
      join(subject, subscriber);
    }
  }

  /** Schedules a poll of a subject. Thread-safe, does not block. */
  public void changed(K subject) {
    if (channels.containsKey(subject) && scheduled.add(subject)) {
      context.runOnContext(run -> pollScheduled(subject));
    }
  }

  void start() {
    context.runOnContext(
        started -> {
          vertx.setPeriodic(pollInterval.toMillis(), id -> channels.keySet().forEach(this::poll));
          vertx.setPeriodic(connections.config().keepAlive().toMillis(), id -> writeHeartbeats());
        });
  }

  /** Ends all streams cleanly. */
  Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        run -> {
          channels.values().forEach(SseHub::end);
          done.complete();
        });
    return done.future();
  }

  private void join(K subject, SseSubscriber<S> subscriber) {
    context.runOnContext(
        run -> {
          SseChannel<S> channel = channels.computeIfAbsent(subject, this::newChannel);
          channel.add(subscriber);
          deliver(channel, subscriber);
        });
  }

  private SseChannel<S> newChannel(K subject) {
    var channel = new SseChannel<S>(new UpdateThrottle(minInterval));
    source.apply(subject).ifPresent(state -> channel.publish(state, now()));
    return channel;
  }

  private void leave(K subject, SseSubscriber<S> subscriber) {
    context.runOnContext(
        run -> {
          SseChannel<S> channel = channels.get(subject);
          if (channel != null) {
            channel.remove(subscriber);
            if (channel.isEmpty()) {
              channels.remove(subject);
            }
          }
        });
  }

  private void pollScheduled(K subject) {
    scheduled.remove(subject);
    poll(subject);
  }

  private void poll(K subject) {
    SseChannel<S> channel = channels.get(subject);
    if (channel == null) {
      return;
    }
    Optional<S> state = source.apply(subject);
    if (state.isEmpty()) {
      end(channel);
    } else if (!state.equals(channel.published())) {
      publishOrWait(subject, channel, state.get());
    }
  }

  private void publishOrWait(K subject, SseChannel<S> channel, S state) {
    long now = now();
    long wait = channel.waitMs(now);
    if (wait == 0) {
      channel.publish(state, now);
      channel.subscribers().forEach(subscriber -> deliver(channel, subscriber));
    } else if (scheduled.add(subject)) {
      vertx.setTimer(wait, id -> pollScheduled(subject));
    }
  }

  /**
   * Sends the published state. A subscriber that is behind receives the latest one when drained.
   */
  private void deliver(SseChannel<S> channel, SseSubscriber<S> subscriber) {
    Optional<Buffer> lastFrame = subscriber.view().lastFrame();
    if (lastFrame.isPresent()) {
      subscriber.end(lastFrame.get());
    } else if (subscriber.isWritable()) {
      channel
          .published()
          .flatMap(subscriber.view()::update)
          .ifPresent(frame -> send(subscriber, frame));
    } else if (!subscriber.isClosed()) {
      connections.metrics().messageSkipped();
      subscriber.whenDrained(() -> context.runOnContext(run -> deliver(channel, subscriber)));
    }
  }

  private void send(SseSubscriber<S> subscriber, Buffer frame) {
    subscriber.write(frame);
    connections.metrics().messageSent();
  }

  /** Subscribers that are behind need no heartbeat: frames are queued for them. */
  private void writeHeartbeats() {
    for (SseChannel<S> channel : channels.values()) {
      channel.subscribers().stream()
          .filter(SseSubscriber::isWritable)
          .forEach(subscriber -> subscriber.write(HEARTBEAT));
    }
  }

  private static void end(SseChannel<?> channel) {
    channel.subscribers().forEach(SseSubscriber::end);
  }

  private long now() {
    return connections.clock().millis();
  }
}
