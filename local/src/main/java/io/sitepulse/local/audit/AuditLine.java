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
 * @param recounted what the raw events say, and what was imported without any
 * @param imported the part of it that was imported and cannot be recounted; null if there is none
 */
record AuditLine(
    String subject,
    @Nullable LocalDate day,
    NamedCounts claimed,
    NamedCounts recounted,
    @Nullable Imported imported) {

  /** Where they differ. */
  @JsonProperty
  List<Difference> differences() {
    return claimed.differences(recounted);
  }
}
