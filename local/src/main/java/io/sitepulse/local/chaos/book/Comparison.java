package io.sitepulse.local.chaos.book;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.poll.PollTally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares what the client had acknowledged with what was counted, by site, day and poll. */
public final class Comparison {
  private Comparison() {}

  /**
   * Compares events.
   *
   * @param expected by site and day
   * @param views page views of each site on all days
   * @param counted the last state of each site and day
   * @return a sentence for each difference
   */
  public static List<String> days(
      SortedMap<String, SortedMap<LocalDate, ExpectedDay>> expected,
      SortedMap<String, Bounds> views,
      List<SiteDay> counted) {
    var found = new ArrayList<String>();
    var bySite = new TreeMap<String, SortedMap<LocalDate, SiteDay>>();
    for (SiteDay day : counted) {
      bySite.computeIfAbsent(day.site(), site -> new TreeMap<>()).put(day.day(), day);
      if (!expected.getOrDefault(day.site(), new TreeMap<>()).containsKey(day.day())) {
        found.add(day.site() + " " + day.day() + ": counted, and no event was sent");
      }
    }
    expected.forEach(
        (site, days) -> site(found, site, days, bySite.getOrDefault(site, new TreeMap<>())));
    // An event at midnight, or of a wrong clock, belongs to one of two days. It must not be in
    // both.
    views.forEach(
        (site, number) ->
            Differences.add(
                found,
                site + ": views of all days",
                number,
                bySite.getOrDefault(site, new TreeMap<>()).values().stream()
                    .mapToLong(day -> day.ledger().views())
                    .sum()));
    return found;
  }

  private static void site(
      List<String> found,
      String site,
      SortedMap<LocalDate, ExpectedDay> expected,
      SortedMap<LocalDate, SiteDay> counted) {
    expected.forEach(
        (day, numbers) ->
            found.addAll(
                numbers.differences(site + " " + day, counted.getOrDefault(day, none(site, day)))));
  }

  /**
   * Compares votes.
   *
   * @param counted the last tally of each poll
   * @return a sentence for each difference
   */
  public static List<String> polls(
      SortedMap<String, ExpectedTally> expected, Map<String, PollTally> counted) {
    var found = new ArrayList<String>();
    expected.forEach(
        (poll, tally) ->
            found.addAll(
                tally.differences(poll, counted.getOrDefault(poll, PollTally.none(poll)))));
    return found;
  }

  private static SiteDay none(String site, LocalDate day) {
    return new SiteDay(SiteDay.VERSION, site, day, Instant.EPOCH, DaySums.ZERO, Ledger.EMPTY);
  }
}
