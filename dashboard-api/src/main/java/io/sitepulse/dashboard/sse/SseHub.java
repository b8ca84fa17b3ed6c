package io.sitepulse.dashboard.sse;

import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All event streams of one kind, by subject. Tables tell it what changed; besides, it looks twice a
 * second whether time alone changed something (a midnight, somebody's leaving).
 *
 * <p>Feeds and readers belong to one event loop, the hub's own, whichever loop a request came in on
 * and whichever thread a table is read by: no locks, and a burst of changes becomes one look.
 *
 * @param <K> what names a subject
 */
public final class SseHub<K> {
  private static final Buffer BEAT = Buffer.buffer(": still here\n\n");
  private static final long LOOK_MS = 500;

  private final Context context;
  private final Vertx vertx;
  private final Clock clock;
  private final SseConfig config;
  private final DashboardMetrics metrics;
  private final String event;
  private final Function<K, Optional<LiveState>> source;
  private final Map<K, SseChannel> feeds = new ConcurrentHashMap<>();
  private final Set<K> waiting = ConcurrentHashMap.newKeySet();

  /**
   * Prepares the hub.
   *
   * @param event name of the events
   * @param source the present state of a subject; empty if there is no such subject
   */
  public SseHub(
      Vertx vertx,
      Clock clock,
      SseConfig config,
      DashboardMetrics metrics,
      String event,
      Function<K, Optional<LiveState>> source) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.clock = clock;
    this.config = config;
    this.metrics = metrics;
    this.event = event;
    this.source = source;
  }

  /** Starts to look at the clock. */
  public void start() {
    context.runOnContext(
        started -> {
          vertx.setPeriodic(LOOK_MS, id -> feeds.keySet().forEach(this::look));
          vertx.setPeriodic(config.keepAlive().toMillis(), id -> beat());
        });
  }

  /** Says that a subject may have changed. Any thread; quick. */
  public void changed(K subject) {
    if (feeds.containsKey(subject) && waiting.add(subject)) {
      context.runOnContext(run -> settle(subject));
    }
  }

  void join(K subject, SseSubscriber sseSubscriber) {
    context.runOnContext(
        run -> {
          SseChannel sseChannel = feeds.computeIfAbsent(subject, this::newFeed);
          deliver(
              subject, sseChannel, sseSubscriber, sseChannel.join(sseSubscriber, clock.millis()));
        });
  }

  void leave(K subject, SseSubscriber sseSubscriber) {
    context.runOnContext(
        run -> {
          SseChannel sseChannel = feeds.get(subject);
          if (sseChannel != null && sseChannel.leave(sseSubscriber) && sseChannel.isEmpty()) {
            feeds.remove(subject);
          }
        });
  }

  /** Ends all streams cleanly. */
  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        run -> {
          feeds.values().forEach(sseChannel -> sseChannel.readers().forEach(SseSubscriber::end));
          done.complete();
        });
    return done.future();
  }

  private SseChannel newFeed(K subject) {
    return new SseChannel(
        event, () -> source.apply(subject), new UpdateThrottle(config.interval()));
  }

  private void settle(K subject) {
    waiting.remove(subject);
    look(subject);
  }

  private void look(K subject) {
    SseChannel sseChannel = feeds.get(subject);
    if (sseChannel == null) {
      return;
    }
    if (sseChannel.isGone()) {
      sseChannel.readers().forEach(SseSubscriber::end);
    } else if (sseChannel.isNews()) {
      sendOrWait(subject, sseChannel);
    }
  }

  private void sendOrWait(K subject, SseChannel sseChannel) {
    long now = clock.millis();
    long wait = sseChannel.waitMs(now);
    if (wait == 0) {
      Buffer frame = sseChannel.renew(now);
      sseChannel
          .readers()
          .forEach(
              sseSubscriber ->
                  deliver(subject, sseChannel, sseSubscriber, sseSubscriber.write(frame)));
    } else if (waiting.add(subject)) {
      vertx.setTimer(wait, id -> settle(subject));
    }
  }

  /** Counts what went out; a reader that is behind gets the latest state once it has room. */
  private void deliver(
      K subject, SseChannel sseChannel, SseSubscriber sseSubscriber, boolean written) {
    if (written) {
      metrics.messageSent(1);
      return;
    }
    metrics.messageSkipped();
    sseSubscriber.whenDrained(
        () -> context.runOnContext(run -> deliverLatest(subject, sseChannel, sseSubscriber)));
  }

  private void deliverLatest(K subject, SseChannel sseChannel, SseSubscriber sseSubscriber) {
    sseSubscriber.whenDrained(() -> {});
    if (feeds.get(subject) == sseChannel) {
      deliver(subject, sseChannel, sseSubscriber, sseSubscriber.write(sseChannel.frame()));
    }
  }

  /** Readers that are behind need no comment: the state is on its way to them. */
  private void beat() {
    feeds
        .values()
        .forEach(
            sseChannel -> sseChannel.readers().forEach(sseSubscriber -> sseSubscriber.write(BEAT)));
  }
}
