package io.sitepulse.streams.online;

import io.sitepulse.streams.counter.ShardOnline;
import io.sitepulse.streams.outbox.OutputPace;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import io.sitepulse.streams.view.ShardEvents;
import io.sitepulse.streams.view.ShardEvents.VisitorEvent;
import io.sitepulse.streams.visit.VisitDay;
import io.sitepulse.streams.visit.VisitorDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts the visitors online in this shard by wall-clock time. It reads classified events and
 * forwards the counts of sites when they change, down to 0, at an {@link OutputPace}.
 *
 * <p>A start finds the visitors of recent views in the store of their visits, and those of
 * heartbeats in a store of its own. Storing the time of each view a second time would double what a
 * view writes.
 *
 * <p>Sites with visitors online are stored too. After a restart their count is forwarded again,
 * whether anyone is left or not. A site is deleted in the punctuation, and so in the transaction,
 * that forwards its 0. So no change is lost.
 *
 * <p>The timers run only while a changed count waits and when a slot of the wheel is due, because
 * each run of a timer makes Kafka Streams commit.
 */
public final class OnlineVisitors
    extends ContextualProcessor<String, ShardEvents, String, List<KeyValue<String, ShardOnline>>> {
  /**
   * "site|visitor" to the time of a recent heartbeat in epoch milliseconds, while online. Earlier
   * versions stored views too. "site|" to 0 is a site whose last count was not 0. A negative time
   * is that of a departure: the visitor is online under the pseudonym of the next day.
   */
  public static final String STORE = "online-visitors";

  /**
   * Precision of the stored time in milliseconds. Most heartbeats of an active visitor change the
   * time by less and are not stored. After a restart the visitor goes offline by so much too early
   * at most.
   */
  static final long STORED_TO = 15_000;

  private final Duration interval;
  private final OutputPace pace;
  // Replaced by init, which may be called again on the same object.
  private OnlineTimerWheel wheel = new OnlineTimerWheel();

  // The visitors that the store has.
  private final Set<String> stored = new HashSet<>();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, Long> store;

  private @Nullable Cancellable output;
  private @Nullable Cancellable expiry;
  private long expiryAt;

  /**
   * Creates the processor of one shard.
   *
   * @param interval time between two outputs of changed counts
   */
  public OnlineVisitors(Duration interval) {
    this.interval = interval;
    this.pace = new OutputPace(interval, Duration.ZERO);
  }

  /** Returns the builder of the store. */
  public static StoreBuilder<KeyValueStore<String, Long>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long());
  }

  @Override
  public void init(ProcessorContext<String, List<KeyValue<String, ShardOnline>>> context) {
    super.init(context);
    wheel = new OnlineTimerWheel();
    store = context.getStateStore(STORE);
    pace.clear();
    restore(context.getStateStore(VisitorDays.NAME), context.currentSystemTimeMs());
    cancel(output);
    cancel(expiry);
    output = null;
    expiry = null;
    scheduleOutput();
    scheduleExpiry(context.currentSystemTimeMs());
  }

  private void restore(WindowStore<String, VisitDay> visitors, long now) {
    stored.clear();
    try (var all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        stored.add(entry.key);
        if (entry.key.equals(keyOf(ClassifiedEvent.siteOf(entry.key)))) {
          wheel.setChanged(ClassifiedEvent.siteOf(entry.key));
        } else if (entry.value < 0) {
          wheel.restoreDeparture(entry.key, -entry.value);
        } else {
          wheel.restore(entry.key, entry.value);
        }
      }
    }
    long begin = now - OnlineTimerWheel.ONLINE.toMillis();
    VisitorDays.forEachLastView(
        visitors,
        utcDay(begin).minusDays(1),
        utcDay(now + OnlineTimerWheel.ONLINE.toMillis()).plusDays(1),
        (visitor, at) -> {
          if (at > begin) {
            wheel.restore(visitor, Math.min(at, now));
          }
        });
  }

  /** Local days differ from it by one at most. */
  private static LocalDate utcDay(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
  }

  private static String keyOf(String site) {
    return site + '|';
  }

  @Override
  public void process(Record<String, ShardEvents> record) {
    long now = context().currentSystemTimeMs();
    boolean changed = false;
    for (VisitorEvent event : record.value().events()) {
      changed |= apply(event.visitorOr(record.key()), event.event(), now);
    }
    if (changed) {
      scheduleOutput();
      scheduleExpiry(now);
    }
  }

  private boolean apply(String visitor, ClassifiedEvent event, long now) {
    return event.outcome() == EventOutcome.DEPARTED
        ? depart(visitor, event, now)
        : event.keepsOnline() && see(visitor, event, now);
  }

  private boolean depart(String visitor, ClassifiedEvent event, long now) {
    if (!wheel.depart(visitor, event.at().toEpochMilli(), now)) {
      return false;
    }
    store.put(visitor, -Math.min(event.at().toEpochMilli(), now));
    stored.add(visitor);
    return true;
  }

  private boolean see(String visitor, ClassifiedEvent event, long now) {
    Long before = wheel.lastSeen(visitor);
    Long at = wheel.record(visitor, event.at().toEpochMilli(), now);
    if (at == null) {
      return false;
    }
    if (before == null) {
      putOnce(keyOf(ClassifiedEvent.siteOf(visitor)));
    }
    if (!event.makesVisit() && (before == null || before / STORED_TO != at / STORED_TO)) {
      store.put(visitor, at);
      stored.add(visitor);
    }
    return true;
  }

  private void putOnce(String site) {
    if (stored.add(site)) {
      store.put(site, 0L);
    }
  }

  private void deleteIfStored(String key) {
    if (stored.remove(key)) {
      store.delete(key);
    }
  }

  private void expire(long now) {
    cancel(expiry);
    expiry = null;
    wheel.expire(now).forEach(this::deleteIfStored);
    forwardChanges(now);
    scheduleExpiry(now);
  }

  private void forwardChanges(long now) {
    cancel(output);
    output = null;
    int shard = context().taskId().partition();
    Set<String> changed = wheel.takeChanged();
    long pause = pace.pause(changed.size(), now);
    var counts = new ArrayList<KeyValue<String, ShardOnline>>();
    for (String site : changed) {
      if (!pace.isDue(site, pause, now)) {
        wheel.setChanged(site);
        continue;
      }
      pace.emitted(site, now);
      var part = new ShardOnline(site, shard, wheel.online(site));
      counts.add(KeyValue.pair(site, part));
      if (part.online() == 0) {
        deleteIfStored(keyOf(site));
      }
    }
    if (!counts.isEmpty()) {
      context().forward(new Record<>("", counts, now));
    }
    scheduleOutput();
  }

  private void scheduleOutput() {
    if (output == null && wheel.hasChanged()) {
      output = context().schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::forwardChanges);
    }
  }

  /** Visitors that are due already are checked after an interval, in another transaction. */
  private void scheduleExpiry(long now) {
    Long due = wheel.nextDue();
    if (due == null) {
      return;
    }
    long at = Math.max(due, now + interval.toMillis());
    if (expiry == null || at < expiryAt) {
      cancel(expiry);
      var wait = Duration.ofMillis(at - now);
      expiry = context().schedule(wait, PunctuationType.WALL_CLOCK_TIME, this::expire);
      expiryAt = at;
    }
  }

  private static void cancel(@Nullable Cancellable timer) {
    if (timer != null) {
      timer.cancel();
    }
  }
}
