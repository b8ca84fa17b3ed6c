package io.sitepulse.streams.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions of all polls. The table holds bytes, which are deserialized here: an unreadable
 * definition must not stop the thread that maintains the table, and with it the whole topology.
 */
public final class PollTable {
  public static final String STORE = "polls";

  private static final Logger LOG = LoggerFactory.getLogger(PollTable.class);

  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store;
  private final Deserializer<Poll> deserializer = Topics.POLLS.value().deserializer();

  PollTable(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {
    this.store = store;
  }

  /** Returns the definition of a poll, null if there is none or it is unreadable. */
  @Nullable Poll get(String poll) {
    var value = store.get(poll);
    if (value == null || value.value() == null) {
      return null;
    }
    try {
      return deserializer.deserialize(Topics.POLLS.name(), value.value());
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue(LogKeys.POLL, poll).log("cannot read a poll definition");
      return null;
    }
  }
}
