package io.sitepulse.dashboard.total;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.validation.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public total of a site beside a recount of its parts.
 *
 * @param made time of the recount
 * @param shown total that counters show, predecessors included
 * @param difference {@code shown} less the sum of all parts
 * @param sites the site first, then its predecessors
 * @param unequalDays recent days for which the store differs from the live counters
 * @param eventDays recent days recounted from their events, null unless requested
 */
record PublicTotal(
    String site,
    @JsonUnwrapped LocalTime made,
    TotalSums shown,
    TotalSums difference,
    Proof proof,
    List<Member> sites,
    List<UnequalDay> unequalDays,
    @Nullable List<EventDay> eventDays) {
  PublicTotal {
    sites = List.copyOf(sites);
    unequalDays = List.copyOf(unequalDays);
    eventDays = eventDays == null ? null : List.copyOf(eventDays);
  }

  /**
   * An instant on the clock of a site.
   *
   * @param zone time zone of the site, for all times of the recount
   */
  record LocalTime(Instant asOf, ZoneId zone) {}

  /** The result of the comparison. */
  enum Proof implements Labelled {
    /** The parts add up to the total. */
    EQUAL("equal"),
    /** The store differs from the counters on recent days, by exactly the difference. */
    STORE_BEHIND("store-behind"),
    /** The difference is not explained. */
    UNEXPLAINED("unexplained");

    private final String label;

    Proof(String label) {
      this.label = label;
    }

    @Override
    @JsonValue
    public String label() {
      return label;
    }
  }

  /**
   * The parts of one site.
   *
   * @param corrections changes of its baseline, the oldest first. The first one may be the entry
   * @param imported closed days that other programs counted
   * @param counted closed days, without what was imported
   * @param today live sums of the current local day
   * @param difference the live total less days and today
   */
  record Member(
      String site,
      String name,
      @Nullable Baseline baseline,
      List<Correction> corrections,
      Days imported,
      Days counted,
      TotalSums today,
      TotalSums difference) {
    Member {
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * A change of the baseline.
   *
   * @param by name of the account
   */
  record Correction(Instant at, String by, @Nullable Baseline before, @Nullable Baseline after) {}

  /**
   * TotalSums of several days.
   *
   * @param days number of days that have any
   * @param first the first of them, null if there is none
   */
  record Days(long days, @Nullable LocalDate first, @Nullable LocalDate last, TotalSums sums) {
    static final Days NONE = new Days(0, null, null, TotalSums.ZERO);
  }

  /** A day for which the store differs from the live counters. */
  record UnequalDay(String site, LocalDate day, TotalSums live, TotalSums stored) {}

  /**
   * A day recounted from its events.
   *
   * @param counted sums of the day, without what was imported without events
   */
  record EventDay(String site, LocalDate day, TotalSums counted, TotalSums events) {}
}
