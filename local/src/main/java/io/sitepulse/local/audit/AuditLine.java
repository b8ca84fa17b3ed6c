package io.sitepulse.local.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit of one site and day, or of one poll.
 *
 * @param subject site or poll
 * @param day the local day, null for a poll
 * @param claimed numbers of the counters and the ledger, or of the tally
 * @param recounted numbers recounted from the raw events, plus imported days without raw events
 * @param imported the imported part, which cannot be recounted, or null if there is none
 */
record AuditLine(
    String subject,
    @Nullable LocalDate day,
    NamedCounts claimed,
    NamedCounts recounted,
    @Nullable Imported imported) {

  /** Returns the numbers that differ. */
  @JsonProperty
  List<Difference> differences() {
    return claimed.differences(recounted);
  }
}
