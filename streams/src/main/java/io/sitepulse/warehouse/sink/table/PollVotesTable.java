package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.poll.PollVote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code poll_votes}: which votes came in, one row a vote id of a voter. */
public final class PollVotesTable implements Table<PollVote> {

  @Override
  public String name() {
    return "poll_votes";
  }

  @Override
  public @Nullable Row row(String key, @Nullable PollVote vote, RecordPosition recordPosition) {
    if (vote == null) {
      return null;
    }
    return new Row(
        null,
        List.of(
            vote.poll(),
            vote.voter(),
            vote.id(),
            vote.choices(),
            Cell.millis(vote.at()),
            recordPosition.partition(),
            recordPosition.offset(),
            recordPosition.precedence()));
  }
}
