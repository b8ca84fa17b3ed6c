package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.poll.PollTally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code poll_hours}: how a poll stood at the end of each hour in which it changed. */
public final class PollHoursTable implements Table<PollTally> {

  @Override
  public String name() {
    return "poll_hours";
  }

  private record PollHour(String poll, long hour) {}

  @Override
  public @Nullable Row row(String key, @Nullable PollTally tally, RecordPosition recordPosition) {
    if (tally == null) {
      return null;
    }
    long hour = Cell.hour(tally.asOf());
    return new Row(
        new PollHour(tally.poll(), hour),
        List.of(
            tally.poll(), hour, tally.ballots(), tally.participants(), recordPosition.offset()));
  }
}
