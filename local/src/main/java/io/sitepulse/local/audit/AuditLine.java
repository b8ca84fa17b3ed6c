package io.sitepulse.local.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site's day, or a poll.
 *
 * @param subject site or poll
 * @param day the local day; null for a poll
 * @param claimed what counter, ledger or tally say
 * @param recounted what the raw events say
 */
record AuditLine(String subject, @Nullable LocalDate day, Figures claimed, Figures recounted) {

  /** Where they differ. */
  @JsonProperty
  List<Difference> differences() {
    return claimed.differences(recounted);
  }
}
