package io.sitepulse.contract.counter;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The live counters of a site: the value of {@code site-counters}. It holds sums of calendar days,
 * months and years instead of "today" and "this month". A reader can calculate the counters of any
 * later instant from it, see {@link CounterFigures#at}.
 *
 * @param v schema version, 1
 * @param site site id
 * @param asOf instant of the snapshot
 * @param online distinct visitors of the last five minutes at {@code asOf}
 * @param days the latest days that have events, at most {@value #DAYS_KEPT}
 * @param months the latest months that have events, at most {@value #MONTHS_KEPT}
 * @param years the latest years that have events, at most {@value #YEARS_KEPT}
 * @param total all days, without the site's baseline
 */
public record SiteCounters(
    int v,
    String site,
    Instant asOf,
    long online,
    SortedMap<LocalDate, DaySums> days,
    SortedMap<YearMonth, DaySums> months,
    SortedMap<Year, DaySums> years,
    DaySums total) {
  public static final int VERSION = 1;
  public static final int DAYS_KEPT = 10;
  public static final int MONTHS_KEPT = 3;
  public static final int YEARS_KEPT = 2;

  /**
   * Time for which {@code online} is valid. Streams writes at least once a minute while a visitor
   * is online, and a visitor is offline after five minutes.
   */
  public static final Duration ONLINE_VALID = Duration.ofMinutes(6);

  public SiteCounters {
    Site.checkId(site);
    Require.present(asOf, "asOf");
    Require.notNegative(online, "online");
    Require.present(total, "total");
    days = latest(days, DAYS_KEPT);
    months = latest(months, MONTHS_KEPT);
    years = latest(years, YEARS_KEPT);
  }

  /** The counters of a site without events. */
  public static SiteCounters none(String site) {
    return new SiteCounters(
        VERSION,
        site,
        Instant.EPOCH,
        0,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        DaySums.ZERO);
  }

  /** Replaces one part of a day by a newer state. */
  public SiteCounters exchange(LocalDate day, DaySums before, DaySums after, Instant now) {
    return new SiteCounters(
        VERSION,
        site,
        now,
        online,
        exchanged(days, day, before, after),
        exchanged(months, YearMonth.from(day), before, after),
        exchanged(years, Year.from(day), before, after),
        total.exchange(before, after));
  }

  /** Replaces the number of visitors online. */
  public SiteCounters withOnline(long online, Instant now) {
    return new SiteCounters(VERSION, site, now, online, days, months, years, total);
  }

  private static <K extends Comparable<? super K>> SortedMap<K, DaySums> exchanged(
      Map<K, DaySums> sums, K key, DaySums before, DaySums after) {
    var copy = new TreeMap<K, DaySums>(sums);
    copy.put(key, copy.getOrDefault(key, before).exchange(before, after));
    return copy;
  }

  private static <K> SortedMap<K, DaySums> latest(SortedMap<K, DaySums> sums, int kept) {
    var copy = new TreeMap<>(sums);
    while (copy.size() > kept) {
      copy.pollFirstEntry();
    }
    return Collections.unmodifiableSortedMap(copy);
  }
}
