package io.sitepulse.streams.rejected;

import io.sitepulse.contract.event.RejectedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record after its classification. It may be both counted in a ledger and rejected.
 *
 * @param result input of the aggregation, null if the record is too damaged to be in any ledger
 * @param rejection output to {@code rejected-events}, null if the record was not rejected
 */
public record Classified<V>(@Nullable V result, @Nullable RejectedEvent rejection) {
  /** Returns the result as a list of at most one element. */
  public List<V> results() {
    return result == null ? List.of() : List.of(result);
  }

  /** Returns the rejection as a list of at most one element. */
  public List<RejectedEvent> rejections() {
    return rejection == null ? List.of() : List.of(rejection);
  }
}
