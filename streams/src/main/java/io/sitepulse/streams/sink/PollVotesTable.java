package io.sitepulse.streams.sink;

import io.sitepulse.contract.poll.PollVote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code poll_votes}: which votes came in, one row a vote id of a voter. */
final class PollVotesTable implements Table<PollVote> {

  @Override
  public String name() {
    return "poll_votes";
  }

  @Override
  public @Nullable Row row(String key, @Nullable PollVote vote, Origin origin) {
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
            origin.partition(),
            origin.offset(),
            origin.precedence()));
  }
}
