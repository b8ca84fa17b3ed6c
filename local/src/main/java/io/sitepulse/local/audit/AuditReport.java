package io.sitepulse.local.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of an audit.
 *
 * @param scope the audited sites and days
 * @param days a line for each site and day that has events or counters
 * @param polls a line for each poll that has votes or a tally
 * @param pending acknowledged records that are not counted and stored yet, so that the lines lack
 *     them, or null if Kafka was not asked
 */
record AuditReport(
    AuditScope scope, List<AuditLine> days, List<AuditLine> polls, @Nullable Long pending) {
  AuditReport {
    days = List.copyOf(days);
    polls = List.copyOf(polls);
  }

  /** Tells if all acknowledged records are in the lines, as far as is known. */
  boolean isComplete() {
    return pending == null || pending == 0;
  }

  /** Counts the days with imported numbers, which cannot be recounted. */
  @JsonProperty
  long notRecountable() {
    return days.stream().filter(line -> line.imported() != null).count();
  }

  /** Counts the numbers that differ from the raw events. */
  @JsonProperty
  long differences() {
    return Stream.concat(days.stream(), polls.stream())
        .mapToLong(line -> line.differences().size())
        .sum();
  }
}
