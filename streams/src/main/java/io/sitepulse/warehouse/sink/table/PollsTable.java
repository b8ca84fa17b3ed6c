package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.poll.Poll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code polls}: the definitions, for reports. */
public final class PollsTable implements Table<Poll> {

  @Override
  public String name() {
    return "polls";
  }

  @Override
  public Row row(String key, @Nullable Poll poll, RecordPosition recordPosition) {
    return new Row(
        key,
        poll == null
            ? List.of(key, "", "", Definition.GONE, recordPosition.offset())
            : List.of(
                poll.id(),
                poll.site(),
                poll.question(),
                Definition.json(poll),
                recordPosition.offset()));
  }
}
