package io.sitepulse.streams.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
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
 * Emits the latest value per key. The first change of a key is emitted after one interval, the next
 * ones the more seldom the more keys are pending, but at least once a {@link #LONGEST_PAUSE}. A
 * transactional outbox store remembers pending keys across crashes:
 *
 * <pre>
 *  state ──▶ pending (memory) ──when its pause ends──▶ emitted, key deleted from the outbox
 *    └─ first of its key: key added to the outbox       (one transaction)
 *  start ──▶ keys of the outbox, states of the source store ──▶ pending
 * </pre>
 *
 * <p>The timer runs only while a key is pending: each run of a timer makes Kafka Streams commit.
 *
 * @param <V> an absolute state. The source store must hold it under the same key before the record
 *     reaches this processor
 */
public final class ThrottledOutbox<V> extends ContextualProcessor<String, V, String, V> {
  /** Longest time between two outputs of a key that changes all the time. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final byte[] PENDING = {1};

  private final String source;
  private final Duration interval;
  private final Map<String, V> pending = new LinkedHashMap<>();
  // Time of the last output of each key, as long as it may still delay the next one.
  private final Map<String, Long> emitted = new HashMap<>();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, byte[]> outbox;

  private @Nullable Cancellable timer;

  /**
   * Creates the outbox of a store.
   *
   * @param source name of the store that holds the states
   * @param interval shortest time between two outputs of a key
   */
  public ThrottledOutbox(String source, Duration interval) {
    this.source = source;
    this.interval = interval;
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
  public void init(ProcessorContext<String, V> context) {
    super.init(context);
    outbox = context.getStateStore(outboxOf(source));
    stopTimer();
    pending.clear();
    emitted.clear();
    KeyValueStore<String, V> states = context.getStateStore(source);
    try (var keys = outbox.all()) {
      keys.forEachRemaining(entry -> pending.put(entry.key, states.get(entry.key)));
    }
    if (!pending.isEmpty()) {
      startTimer();
    }
  }

  @Override
  public void process(Record<String, V> record) {
    if (pending.put(record.key(), record.value()) == null) {
      outbox.put(record.key(), PENDING);
      startTimer();
    }
  }

  private void emit(long now) {
    long pause = Math.min(interval.toMillis() * pending.size(), LONGEST_PAUSE.toMillis());
    emitted.values().removeIf(at -> isOver(at, LONGEST_PAUSE.toMillis(), now));
    for (var entries = pending.entrySet().iterator(); entries.hasNext(); ) {
      var entry = entries.next();
      Long last = emitted.get(entry.getKey());
      if (last == null || isOver(last, pause, now)) {
        entries.remove();
        emit(entry.getKey(), entry.getValue(), now);
      }
    }
    if (pending.isEmpty()) {
      stopTimer();
    }
  }

  private void emit(String key, V state, long now) {
    outbox.delete(key);
    context().forward(new Record<>(key, state, now));
    emitted.put(key, now);
  }

  /** A clock that was set back does not extend the pause. */
  private static boolean isOver(long since, long pause, long now) {
    return now - since >= pause || now < since;
  }

  private void startTimer() {
    if (timer == null) {
      timer = context().schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::emit);
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
