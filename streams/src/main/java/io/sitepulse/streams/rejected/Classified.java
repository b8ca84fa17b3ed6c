package io.sitepulse.streams.rejected;

import io.sitepulse.contract.event.RejectedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a judge made of one record.
 *
 * @param verdict what the sums have to know; null if the record says too little to be in any ledger
 * @param rejection the record as it is kept; null if it was not rejected
 */
public record Classified<V>(@Nullable V verdict, @Nullable RejectedEvent rejection) {
  /** The verdict, if there is one. */
  public List<V> verdicts() {
    return verdict == null ? List.of() : List.of(verdict);
  }

  /** The rejection, if there is one. */
  public List<RejectedEvent> rejections() {
    return rejection == null ? List.of() : List.of(rejection);
  }
}
