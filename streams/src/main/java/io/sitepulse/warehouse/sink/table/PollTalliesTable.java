package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.poll.PollTally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code poll_tallies}: how a poll stands. */
public final class PollTalliesTable implements Table<PollTally> {

  @Override
  public String name() {
    return "poll_tallies";
  }

  @Override
  public @Nullable Row row(String key, @Nullable PollTally tally, RecordPosition recordPosition) {
    return tally == null ? null : new Row(key, values(tally, recordPosition));
  }

  private static List<Object> values(PollTally tally, RecordPosition recordPosition) {
    return List.of(
        tally.poll(),
        tally.ballots(),
        tally.participants(),
        tally.ledger().received(),
        tally.ledger().ballots(),
        tally.ledger().changes(),
        tally.ledger().duplicates(),
        Cell.byLabel(tally.ledger().rejected()),
        Cell.millis(tally.asOf()),
        recordPosition.offset());
  }
}
