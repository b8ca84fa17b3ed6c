package io.sitepulse.local.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param retained times since which Kafka has all records
 * @param notRebuildableVotes number of votes of each poll that Kafka has deleted. If ClickHouse is
 *     lost they come from a backup only
 */
record AuditReport(
    AuditScope scope,
    List<AuditLine> days,
    List<AuditLine> polls,
    @Nullable Long pending,
    @JsonIgnore Retained retained,
    SortedMap<String, Long> notRebuildableVotes) {
  /** The zone whose days begin first. */
  private static final ZoneOffset FIRST_MIDNIGHT = ZoneOffset.ofHours(14);

  AuditReport {
    days = List.copyOf(days);
    polls = List.copyOf(polls);
    notRebuildableVotes = Collections.unmodifiableSortedMap(new TreeMap<>(notRebuildableVotes));
  }

  /** Time since which Kafka has all events, or null if it was not asked or has deleted none. */
  @JsonProperty
  @Nullable Instant rebuildableFrom() {
    return retained.events();
  }

  /** Time since which Kafka has all votes, or null if it was not asked or has deleted none. */
  @JsonProperty
  @Nullable Instant votesRebuildableFrom() {
    return retained.votes();
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

  /**
   * Counts the days with raw events of which Kafka has deleted some or all. If ClickHouse is lost
   * they come from a backup only. A day of any time zone that begins before the deletion counts.
   */
  @JsonProperty
  long notRebuildable() {
    return days.stream()
        .filter(line -> line.recounted().get("received") > 0 && isDeletedFrom(line.day()))
        .count();
  }

  private boolean isDeletedFrom(@Nullable LocalDate day) {
    Instant from = retained.events();
    return from != null
        && day != null
        && day.atStartOfDay().toInstant(FIRST_MIDNIGHT).isBefore(from);
  }

  /** Counts the numbers that differ from the raw events. */
  @JsonProperty
  long differences() {
    return Stream.concat(days.stream(), polls.stream())
        .mapToLong(line -> line.differences().size())
        .sum();
  }
}
