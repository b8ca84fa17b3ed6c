package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;

/** The tables of counters and ledgers. Of two rows of the same key the higher version wins. */
public final class CounterTables {
  /** Totals and ledger of each site and day. */
  public static final Table<SiteDay> SITE_DAYS =
      Table.<SiteDay>named("site_days")
          .text("site", SiteDay::site)
          .day("day", SiteDay::day)
          .number("views", day -> day.sums().views())
          .number("visits", day -> day.sums().visits())
          .number("visitors", day -> day.sums().visitors())
          .number("engaged_ms", day -> day.sums().engagedMs())
          .number("received", day -> day.ledger().received())
          .number("counted_views", day -> day.ledger().views())
          .number("counted_heartbeats", day -> day.ledger().heartbeats())
          .number("duplicates", day -> day.ledger().duplicates())
          .number("bots", day -> day.ledger().bots())
          .reasons("rejected", day -> day.ledger().rejected())
          .number("merged_visits", day -> day.ledger().mergedVisits())
          .millis("as_of", SiteDay::asOf)
          .timeVersion("version", SiteDay::asOf)
          .mergedBy("site", "day")
          .build();

  /** The largest number of visitors online in each minute. */
  public static final Table<SiteCounters> SITE_ONLINE =
      Table.<SiteCounters>named("site_online")
          .text("site", SiteCounters::site)
          .minute("minute", SiteCounters::asOf)
          .number("peak", SiteCounters::online)
          .mergedBy("site", "minute")
          .keepingLargest("peak")
          .build();

  /**
   * Days that were counted by another system, with their source. A deleted day keeps a row with
   * zeros and an empty source.
   */
  public static final Table<ImportedDay> IMPORTED_DAYS =
      Table.<ImportedDay>named("imported_days")
          .column("site", source -> keyOf(source).site())
          .column("day", source -> ColumnTypes.day(keyOf(source).day()))
          .number("views", day -> day.sums().views())
          .number("visits", day -> day.sums().visits())
          .number("visitors", day -> day.sums().visitors())
          .number("engaged_ms", day -> day.sums().engagedMs())
          .number("received", day -> day.ledger().received())
          .number("counted_views", day -> day.ledger().views())
          .number("counted_heartbeats", day -> day.ledger().heartbeats())
          .number("duplicates", day -> day.ledger().duplicates())
          .number("bots", day -> day.ledger().bots())
          .reasons("rejected", day -> day.ledger().rejected())
          .number("merged_visits", day -> day.ledger().mergedVisits())
          .flag("raw", ImportedDay::raw, false)
          .text("source", ImportedDay::source)
          .text("entered_by", ImportedDay::enteredBy)
          .offsetVersion("version")
          .keepingDeleted()
          .mergedBy("site", "day")
          .build();

  private CounterTables() {}

  private static DayKey keyOf(Table.Source<ImportedDay> source) {
    ImportedDay day = source.value();
    return day == null ? DayKey.parse(source.key()) : day.key();
  }
}
