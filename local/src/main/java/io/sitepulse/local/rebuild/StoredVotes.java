package io.sitepulse.local.rebuild;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.local.backup.RecordSender;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;

/** The votes as they were received, from ClickHouse, which has each vote id once. */
final class StoredVotes {
  private static final UUID NO_ID = new UUID(0, 0);
  private static final TypeReference<List<String>> IDS = new TypeReference<>() {};

  private final Handle handle;
  private final RecordSender sender;
  private final Instant oldest;

  /** Reads and sends. Records get a time that is not before {@code oldest}. */
  StoredVotes(Handle handle, RecordSender sender, Instant oldest) {
    this.handle = handle;
    this.sender = sender;
    this.oldest = oldest;
  }

  /**
   * What was sent, and what was not.
   *
   * @param sent number of votes
   * @param leftOut votes that were rejected, and that the definition of the poll accepts since. To
   *     send them would count them now
   */
  record Sent(long sent, long leftOut) {}

  Sent send() throws ExecutionException {
    Map<String, Poll> polls = polls();
    long sent = 0;
    long leftOut = 0;
    try (var query = handle.createQuery(StoredDefinitions.sql("votes.sql"));
        var rows =
            query
                .bind("topic", Topics.POLL_VOTES.name())
                .map((row, context) -> Map.entry(vote(row), row.getString("reason")))
                .stream()) {
      var each = rows.iterator();
      while (each.hasNext()) {
        var entry = each.next();
        PollVote vote = entry.getKey();
        if (!entry.getValue().isEmpty() && isAcceptedNow(vote, entry.getValue(), polls)) {
          leftOut++;
        } else {
          sender.send(
              new ProducerRecord<>(
                  Topics.POLL_VOTES.name(),
                  null,
                  Math.max(oldest.toEpochMilli(), vote.at().toEpochMilli()),
                  Topics.key(vote.poll(), vote.voter()).getBytes(StandardCharsets.UTF_8),
                  Topics.POLL_VOTES.value().serializer().serialize("", vote)));
          sent++;
        }
      }
    }
    sender.await();
    return new Sent(sent, leftOut);
  }

  /** A second vote in a poll that does not allow it is rejected again. */
  private static boolean isAcceptedNow(PollVote vote, String reason, Map<String, Poll> polls) {
    Poll poll = polls.get(vote.poll());
    boolean isSecond = reason.equals(Reason.ALREADY_VOTED.label());
    return poll != null
        && poll.refuses(vote.choices(), vote.at()).isEmpty()
        && !(isSecond && !poll.changeable());
  }

  private Map<String, Poll> polls() {
    var polls = new HashMap<String, Poll>();
    handle
        .createQuery("SELECT id, definition FROM sitepulse.polls FINAL WHERE definition != ''")
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            poll ->
                polls.put(
                    poll.getKey(),
                    Topics.POLLS
                        .value()
                        .deserializer()
                        .deserialize("", poll.getValue().getBytes(StandardCharsets.UTF_8))));
    return polls;
  }

  private static PollVote vote(ResultSet row) throws SQLException {
    UUID replaces = UUID.fromString(row.getString("replaces"));
    return new PollVote(
        PollVote.VERSION,
        UUID.fromString(row.getString("vote")),
        row.getString("poll"),
        row.getString("voter"),
        StoredDefinitions.json(row.getString("choices"), IDS),
        Instant.ofEpochMilli(row.getLong("millis")),
        replaces.equals(NO_ID) ? null : replaces);
  }
}
