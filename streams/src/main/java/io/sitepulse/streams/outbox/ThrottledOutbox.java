package io.sitepulse.streams.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Hands absolute states on, a few at a time: of all states of a key within one interval only the
 * last goes out. Keys that wait are marked in a store of their own, so that a crash loses none:
 *
 * <pre>
 *  state ──▶ waiting (memory) ──each interval──▶ handed on, unmarked
 *    └─ first of its key: marked in the outbox       (one transaction)
 *  start ──▶ marks of the outbox, states from the source store ──▶ waiting
 * </pre>
 *
 * @param <V> the state; the source store must hold it under the same key before it comes here
 */
public final class ThrottledOutbox<V> extends ContextualProcessor<String, V, String, V> {
  private static final byte[] MARK = {1};

  private final String source;
  private final Duration interval;
  private final Map<String, V> waiting = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, byte[]> outbox;

  /**
   * Makes the hand-over of the states in a store.
   *
   * @param source name of the store the states are in
   * @param interval how long states are gathered
   */
  public ThrottledOutbox(String source, Duration interval) {
    this.source = source;
    this.interval = interval;
  }

  /** Name of the store of marks for the states of a store. */
  public static String outboxOf(String source) {
    return source + "-outbox";
  }

  /** The store of marks, to be added to the topology. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> outbox(String source) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(outboxOf(source)), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  @Override
  public void init(ProcessorContext<String, V> context) {
    super.init(context);
    outbox = context.getStateStore(outboxOf(source));
    waiting.clear();
    KeyValueStore<String, V> states = context.getStateStore(source);
    try (var marks = outbox.all()) {
      marks.forEachRemaining(mark -> waiting.put(mark.key, states.get(mark.key)));
    }
    context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::handOn);
  }

  @Override
  public void process(Record<String, V> record) {
    if (waiting.put(record.key(), record.value()) == null) {
      outbox.put(record.key(), MARK);
    }
  }

  private void handOn(long now) {
    waiting.forEach(
        (key, state) -> {
          outbox.delete(key);
          context().forward(new Record<>(key, state, now));
        });
    waiting.clear();
  }
}
