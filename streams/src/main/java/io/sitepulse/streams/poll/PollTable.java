package io.sitepulse.streams.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.runtime.kafka.Topics;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions of all polls. The table holds bytes and they are read here, because a definition
 * that cannot be read must not stop the thread that keeps the table, and with it all counting.
 */
public final class PollTable {
  public static final String STORE = "polls";

  private static final Logger LOG = LoggerFactory.getLogger(PollTable.class);

  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store;
  private final Deserializer<Poll> reader = Topics.POLLS.value().deserializer();

  PollTable(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {
    this.store = store;
  }

  /** The poll's definition; null if there is none that can be read. */
  @Nullable Poll get(String poll) {
    var value = store.get(poll);
    if (value == null || value.value() == null) {
      return null;
    }
    try {
      return reader.deserialize(Topics.POLLS.name(), value.value());
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("poll", poll).log("the poll's definition cannot be read");
      return null;
    }
  }
}
