package io.sitepulse.streams.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.runtime.kafka.JsonSerde;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.rejected.Classified;
import io.sitepulse.streams.rejected.PartialJson;
import io.sitepulse.streams.rejected.SourceRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Classifies each record of {@code poll-votes} by its poll and the voter's current ballot. It
 * deserializes the bytes itself: an unreadable record is then rejected and does not stop the
 * topology.
 */
public final class VoteClassifier
    extends ContextualProcessor<String, byte[], String, Classified<ClassifiedVote>> {
  /** "poll|voter" to the state of the voter. The store is retained for ever. */
  public static final String STORE = "ballots";

  private final CountingMetrics metrics;
  private final Deserializer<PollVote> deserializer = Topics.POLL_VOTES.value().deserializer();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, Ballot> ballots;

  @SuppressWarnings("NullAway.Init") // as above
  private PollTable polls;

  public VoteClassifier(CountingMetrics metrics) {
    this.metrics = metrics;
  }

  /** Returns the builder of the store. */
  public static StoreBuilder<KeyValueStore<String, Ballot>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(STORE), Serdes.String(), new JsonSerde<>(Ballot.class));
  }

  @Override
  public void init(ProcessorContext<String, Classified<ClassifiedVote>> context) {
    super.init(context);
    ballots = context.getStateStore(STORE);
    polls = new PollTable(context.getStateStore(PollTable.STORE));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    SourceRecord sourceRecord = SourceRecord.of(context(), record.timestamp(), record.value());
    PollVote vote = read(sourceRecord);
    Classified<ClassifiedVote> classified =
        vote == null ? unreadable(sourceRecord) : classify(vote, sourceRecord);
    context().forward(record.withValue(classified));
  }

  private @Nullable PollVote read(SourceRecord sourceRecord) {
    try {
      return deserializer.deserialize(sourceRecord.topic(), sourceRecord.value());
    } catch (RuntimeException e) {
      return null;
    }
  }

  private Classified<ClassifiedVote> classify(PollVote vote, SourceRecord sourceRecord) {
    String key = Topics.key(vote.poll(), vote.voter());
    Ballot known = ballots.get(key);
    Ballot before = known == null ? Ballot.NONE : known;
    ClassifiedVote result = BallotRules.classify(vote, polls.get(vote.poll()), before);
    if (result.accepted()) {
      ballots.put(key, before.accepted(vote.id(), vote.choices()));
    } else if (result.reason() != null) {
      ballots.put(key, before.rejected(vote.id()));
    }
    count(result);
    var rejection =
        result
            .rejection()
            .map(reason -> sourceRecord.reject(vote.poll(), null, reason, vote.at()))
            .orElse(null);
    return new Classified<>(result, rejection);
  }

  /** An unreadable record is in a ledger only if it names its poll. */
  private Classified<ClassifiedVote> unreadable(SourceRecord sourceRecord) {
    metrics.rejectedVote(Reason.UNREADABLE);
    String poll = PartialJson.of(sourceRecord.value()).field("poll", Poll::checkId);
    return new Classified<>(
        poll == null ? null : ClassifiedVote.rejected(poll, Reason.UNREADABLE),
        sourceRecord.reject(poll, null, Reason.UNREADABLE, sourceRecord.time()));
  }

  private void count(ClassifiedVote result) {
    if (result.ledger().ballots() > 0) {
      metrics.ballot();
    } else if (result.ledger().changes() > 0) {
      metrics.ballotChanged();
    } else if (result.ledger().duplicates() > 0) {
      metrics.duplicateVote();
    }
    result.rejection().ifPresent(metrics::rejectedVote);
  }
}
