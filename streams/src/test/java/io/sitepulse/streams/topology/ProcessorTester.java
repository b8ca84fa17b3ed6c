package io.sitepulse.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Runs single processors over stores that outlive them. A second run over the same stores is a
 * restart after a crash.
 */
public final class ProcessorTester {
  private final MockProcessorContext<String, Object> owner = new MockProcessorContext<>();
  private final List<StateStore> stores = new ArrayList<>();

  /** Adds an empty store in memory. */
  public <V> KeyValueStore<String, V> store(String name, Serde<V> value) {
    var store =
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), value)
            .withLoggingDisabled()
            .build();
    store.init(owner.getStateStoreContext(), store);
    stores.add(store);
    return store;
  }

  /** Adds an empty window store in memory. It retains three windows. */
  public <V> WindowStore<String, V> windowStore(String name, Duration window, Serde<V> value) {
    var supplier = Stores.inMemoryWindowStore(name, window.multipliedBy(3), window, false);
    var store =
        Stores.windowStoreBuilder(supplier, Serdes.String(), value).withLoggingDisabled().build();
    store.init(owner.getStateStoreContext(), store);
    stores.add(store);
    return store;
  }

  /** Starts a new processor over the stores. */
  public <V, W> Run<V> start(Processor<String, V, String, W> processor, Instant now) {
    var context = new MockProcessorContext<String, Object>();
    stores.forEach(context::addStateStore);
    context.setCurrentSystemTimeMs(now.toEpochMilli());
    // The output is compared as objects, its type does not matter to the processor.
    @SuppressWarnings({"unchecked", "rawtypes"})
    MockProcessorContext<String, W> typed = (MockProcessorContext) context;
    processor.init(typed);
    return new Run<>(processor, context);
  }

  /**
   * A running processor.
   *
   * @param <V> its input
   */
  public static final class Run<V> {
    private final Processor<String, V, ?, ?> processor;
    private final MockProcessorContext<String, Object> context;

    private Run(
        Processor<String, V, ?, ?> processor, MockProcessorContext<String, Object> context) {
      this.processor = processor;
      this.context = context;
    }

    /** Processes a record. */
    public void process(String key, V value) {
      processor.process(new Record<>(key, value, 0));
    }

    /** Calls all scheduled punctuators. */
    public void punctuate(Instant now) {
      context.setCurrentSystemTimeMs(now.toEpochMilli());
      context.scheduledPunctuators().stream()
          .filter(punctuator -> !punctuator.cancelled())
          .forEach(punctuator -> punctuator.getPunctuator().punctuate(now.toEpochMilli()));
    }

    /** Calls the punctuators that were scheduled with an interval. */
    public void punctuate(Duration interval, Instant now) {
      context.setCurrentSystemTimeMs(now.toEpochMilli());
      context.scheduledPunctuators().stream()
          .filter(punctuator -> !punctuator.cancelled())
          .filter(punctuator -> punctuator.getInterval().equals(interval))
          .forEach(punctuator -> punctuator.getPunctuator().punctuate(now.toEpochMilli()));
    }

    /** The intervals of the scheduled punctuators. Each run of one would cause a commit. */
    public List<Duration> timers() {
      return context.scheduledPunctuators().stream()
          .filter(punctuator -> !punctuator.cancelled())
          .map(CapturedPunctuator::getInterval)
          .toList();
    }

    /** The records that were forwarded so far, those of a round one by one. */
    public List<KeyValue<String, Object>> output() {
      return context.forwarded().stream()
          .flatMap(
              forward ->
                  forward.record().value() instanceof List<?> round
                      ? round.stream().map(Run::entry)
                      : Stream.of(KeyValue.pair(forward.record().key(), forward.record().value())))
          .toList();
    }

    /** The number of records that were forwarded so far. */
    public int forwarded() {
      return context.forwarded().size();
    }

    private static KeyValue<String, Object> entry(Object entry) {
      var pair = (KeyValue<?, ?>) entry;
      return KeyValue.pair((String) pair.key, pair.value);
    }
  }
}
