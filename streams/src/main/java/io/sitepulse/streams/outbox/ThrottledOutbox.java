package io.sitepulse.streams.outbox;

import java.time.Duration;
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
 * Emits the latest value per key, at an {@link OutputPace}. A transactional outbox store remembers
 * pending keys across crashes:
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
  private static final byte[] PENDING = {1};

  private final String source;
  private final Duration interval;
  private final Map<String, V> pending = new LinkedHashMap<>();
  private final OutputPace pace;

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, byte[]> outbox;

  private @Nullable Cancellable timer;

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
  public void init(ProcessorContext<String, V> context) {
    super.init(context);
    outbox = context.getStateStore(outboxOf(source));
    stopTimer();
    pending.clear();
    pace.clear();
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
    long pause = pace.pause(pending.size(), now);
    for (var entries = pending.entrySet().iterator(); entries.hasNext(); ) {
      var entry = entries.next();
      if (pace.isDue(entry.getKey(), pause, now)) {
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
    pace.emitted(key, now);
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
