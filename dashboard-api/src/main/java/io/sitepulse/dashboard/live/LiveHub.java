package io.sitepulse.dashboard.live;

import io.sitepulse.dashboard.DashboardMetrics;
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
public final class LiveHub<K> {
  private static final Buffer BEAT = Buffer.buffer(": still here\n\n");
  private static final long LOOK_MS = 500;

  private final Context context;
  private final Vertx vertx;
  private final Clock clock;
  private final LiveConfig config;
  private final DashboardMetrics metrics;
  private final String event;
  private final Function<K, Optional<LiveState>> source;
  private final Map<K, Feed> feeds = new ConcurrentHashMap<>();
  private final Set<K> waiting = ConcurrentHashMap.newKeySet();

  /**
   * Prepares the hub.
   *
   * @param event name of the events
   * @param source the present state of a subject; empty if there is no such subject
   */
  public LiveHub(
      Vertx vertx,
      Clock clock,
      LiveConfig config,
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

  void join(K subject, Reader reader) {
    context.runOnContext(
        run -> {
          Feed feed = feeds.computeIfAbsent(subject, this::newFeed);
          deliver(subject, feed, reader, feed.join(reader, clock.millis()));
        });
  }

  void leave(K subject, Reader reader) {
    context.runOnContext(
        run -> {
          Feed feed = feeds.get(subject);
          if (feed != null && feed.leave(reader) && feed.isEmpty()) {
            feeds.remove(subject);
          }
        });
  }

  /** Ends all streams cleanly. */
  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        run -> {
          feeds.values().forEach(feed -> feed.readers().forEach(Reader::end));
          done.complete();
        });
    return done.future();
  }

  private Feed newFeed(K subject) {
    return new Feed(event, () -> source.apply(subject), new Pace(config.interval()));
  }

  private void settle(K subject) {
    waiting.remove(subject);
    look(subject);
  }

  private void look(K subject) {
    Feed feed = feeds.get(subject);
    if (feed == null) {
      return;
    }
    if (feed.isGone()) {
      feed.readers().forEach(Reader::end);
    } else if (feed.isNews()) {
      sendOrWait(subject, feed);
    }
  }

  private void sendOrWait(K subject, Feed feed) {
    long now = clock.millis();
    long wait = feed.waitMs(now);
    if (wait == 0) {
      Buffer frame = feed.renew(now);
      feed.readers().forEach(reader -> deliver(subject, feed, reader, reader.write(frame)));
    } else if (waiting.add(subject)) {
      vertx.setTimer(wait, id -> settle(subject));
    }
  }

  /** Counts what went out; a reader that is behind gets the latest state once it has room. */
  private void deliver(K subject, Feed feed, Reader reader, boolean written) {
    if (written) {
      metrics.messageSent(1);
      return;
    }
    metrics.messageSkipped();
    reader.whenDrained(() -> context.runOnContext(run -> deliverLatest(subject, feed, reader)));
  }

  private void deliverLatest(K subject, Feed feed, Reader reader) {
    reader.whenDrained(() -> {});
    if (feeds.get(subject) == feed) {
      deliver(subject, feed, reader, reader.write(feed.frame()));
    }
  }

  /** Readers that are behind need no comment: the state is on its way to them. */
  private void beat() {
    feeds.values().forEach(feed -> feed.readers().forEach(reader -> reader.write(BEAT)));
  }
}
