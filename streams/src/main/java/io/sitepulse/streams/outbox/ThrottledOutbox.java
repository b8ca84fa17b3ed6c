package io.sitepulse.streams.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/**
 * Emits the latest value per key, at an {@link OutputPace}. A transactional outbox store remembers
 * across crashes which keys may be pending:
 *
 * <pre>
 *  state ──▶ pending (memory) ──when its pause ends──▶ emitted with all others of the round
 *    └─ key not in the outbox: added to it
 *  no change of a key for {@link #REMEMBERED} ──▶ key deleted from the outbox
 *  start ──▶ keys of the outbox, states of the source store ──▶ pending
 * </pre>
 *
 * <p>A key stays in the outbox for a while after its output, because a key that changes all the
 * time would otherwise be added and deleted with each output. So a start also emits some states
 * that were emitted before, which changes nothing: they are absolute.
 *
 * <p>The timers run only while a key is pending or in the outbox, the second one seldom: each run
 * of a timer makes Kafka Streams commit.
 *
 * @param <V> an absolute state. The source store must hold it under the same key before the record
 *     reaches this processor
 */
public final class ThrottledOutbox<V>
    extends ContextualProcessor<String, V, String, List<KeyValue<String, V>>> {
  /** Time from the last output of a key until it is deleted from the outbox. */
  static final Duration REMEMBERED = Duration.ofSeconds(10);

  private static final byte[] PENDING = {1};

  private final String source;
  private final Duration interval;
  private final Map<String, V> pending = new LinkedHashMap<>();
  // Keys of the outbox store, with the time of their last output.
  private final Map<String, Long> remembered = new HashMap<>();
  private final OutputPace pace;

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, byte[]> outbox;

  private @Nullable Cancellable timer;
  private @Nullable Cancellable forgetting;

  /**
   * Creates the outbox of a store.
   *
   * @param source name of the store that holds the states
   * @param interval shortest time between two outputs of a key
   * @param delay how much later than the stage before this one emits keys that change all the time
   */
  public ThrottledOutbox(String source, Duration interval, Duration delay) {
    this.source = source;
    this.interval = interval;
    this.pace = new OutputPace(interval, delay);
  }

  /** Returns the name of the outbox store of a source store. */
  public static String outboxOf(String source) {
    return source + "-outbox";
  }

  /** Returns the builder of the outbox store of a source store. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> outbox(String source) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(outboxOf(source)), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  @Override
  public void init(ProcessorContext<String, List<KeyValue<String, V>>> context) {
    super.init(context);
    outbox = context.getStateStore(outboxOf(source));
    stopTimer();
    stopForgetting();
    pending.clear();
    remembered.clear();
    pace.clear();
    long now = context.currentSystemTimeMs();
    KeyValueStore<String, V> states = context.getStateStore(source);
    try (var keys = outbox.all()) {
      keys.forEachRemaining(
          entry -> {
            pending.put(entry.key, states.get(entry.key));
            remembered.put(entry.key, now);
          });
    }
    if (!pending.isEmpty()) {
      startTimers();
    }
  }

  @Override
  public void process(Record<String, V> record) {
    if (pending.put(record.key(), record.value()) == null) {
      if (remembered.put(record.key(), context().currentSystemTimeMs()) == null) {
        outbox.put(record.key(), PENDING);
      }
      startTimers();
    }
  }

  private void emit(long now) {
    long pause = pace.pause(pending.size(), now);
    var round = new ArrayList<KeyValue<String, V>>();
    for (var entries = pending.entrySet().iterator(); entries.hasNext(); ) {
      var entry = entries.next();
      if (pace.isDue(entry.getKey(), pause, now)) {
        entries.remove();
        round.add(KeyValue.pair(entry.getKey(), entry.getValue()));
        pace.emitted(entry.getKey(), now);
        remembered.put(entry.getKey(), now);
      }
    }
    if (!round.isEmpty()) {
      context().forward(new Record<>("", round, now));
    }
    if (pending.isEmpty()) {
      stopTimer();
    }
  }

  private void forget(long now) {
    for (var keys = remembered.entrySet().iterator(); keys.hasNext(); ) {
      var entry = keys.next();
      if (!pending.containsKey(entry.getKey()) && isPast(entry.getValue(), now)) {
        outbox.delete(entry.getKey());
        keys.remove();
      }
    }
    if (remembered.isEmpty()) {
      stopForgetting();
    }
  }

  /** A clock that was set back makes keys be forgotten early, never late. */
  private static boolean isPast(long emitted, long now) {
    return now < emitted || now - emitted >= REMEMBERED.toMillis();
  }

  private void startTimers() {
    if (timer == null) {
      timer = context().schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::emit);
    }
    if (forgetting == null) {
      forgetting = context().schedule(REMEMBERED, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }
  }

  private void stopForgetting() {
    if (forgetting != null) {
      forgetting.cancel();
      forgetting = null;
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
