package io.sitepulse.streams.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions of all polls. The store holds bytes, which are deserialized here: an unreadable
 * definition must not stop the thread that maintains the store, and with it the whole topology.
 *
 * <p>An unreadable record hides no readable one. It is kept beside it under "poll|", because a
 * newer version may have written it and this version may be replaced by one that can read it.
 */
public final class PollTable {
  public static final String STORE = "polls";

  private static final Logger LOG = LoggerFactory.getLogger(PollTable.class);

  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store;
  private final Deserializer<Poll> deserializer = Topics.POLLS.value().deserializer();

  PollTable(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {
    this.store = store;
  }

  /** Returns the builder of the global store. */
  public static StoreBuilder<TimestampedKeyValueStore<String, byte[]>> builder() {
    return Stores.timestampedKeyValueStoreBuilder(
            Stores.persistentTimestampedKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
        .withLoggingDisabled();
  }

  /** Returns the definition of a poll, null if there is none that can be read. */
  @Nullable Poll get(String poll) {
    Poll unreadBefore = read(unreadableKey(poll));
    return unreadBefore == null ? read(poll) : unreadBefore;
  }

  private @Nullable Poll read(String key) {
    var value = store.get(key);
    return value == null ? null : read(deserializer, value.value());
  }

  private static @Nullable Poll read(Deserializer<Poll> deserializer, byte @Nullable [] value) {
    try {
      return value == null ? null : deserializer.deserialize(Topics.POLLS.name(), value);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String unreadableKey(String poll) {
    return poll + '|';
  }

  /** Writes each record of {@code polls} to the store, also when the store is restored. */
  public static final class Writer extends ContextualProcessor<String, byte[], Void, Void> {
    private final Deserializer<Poll> deserializer = Topics.POLLS.value().deserializer();

    @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
    private TimestampedKeyValueStore<String, byte[]> store;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      super.init(context);
      store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
      String poll = record.key();
      if (poll == null) {
        return;
      }
      byte[] value = record.value();
      if (value != null && read(deserializer, value) == null) {
        LOG.atError()
            .addKeyValue(LogKeys.POLL, poll)
            .log("cannot read a poll definition, the earlier one stays");
        store.put(unreadableKey(poll), ValueAndTimestamp.make(value, record.timestamp()));
        return;
      }
      store.put(poll, ValueAndTimestamp.make(value, record.timestamp()));
      store.delete(unreadableKey(poll));
    }
  }
}
