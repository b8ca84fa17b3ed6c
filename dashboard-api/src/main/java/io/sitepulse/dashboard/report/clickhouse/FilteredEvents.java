package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Queries the events of the visits that match the filters. Whole days are queried one site at a
 * time, parts of days for many sites of a time zone at once. Events of closed days have been
 * resolved to their visits beforehand. Other days, and days with later events, are read from the
 * raw events. Resolving is an optimisation: results are the same without it.
 */
final class FilteredEvents {
  private static final ReportQueries.Replacement RESOLVED_ONLY =
      new ReportQueries.Replacement("events.sql", "resolved_events.sql");

  private final ReportQueries reportQueries;

  private static final int SITES_AT_ONCE = 500;

  /** The latest instant of DateTime64 in ClickHouse is later. */
  private static final Instant NO_END = Instant.parse("2200-01-01T00:00:00Z");

  private final Filters filters;
  private final @Nullable Function<Site, Instant> end;

  /** Creates queries of whole days. */
  FilteredEvents(ReportQueries reportQueries, Filters filters) {
    this(reportQueries, filters, null);
  }

  /**
   * Creates queries of days that end earlier.
   *
   * @param end the end of the events of a site, the same for all sites of a time zone
   */
  FilteredEvents(
      ReportQueries reportQueries, Filters filters, @Nullable Function<Site, Instant> end) {
    this.reportQueries = reportQueries;
    this.filters = filters;
    this.end = end;
  }

  /**
   * Days of sites of a time zone.
   *
   * @param sites at least one
   * @param raw the days to read from the raw events
   */
  record SiteDays(List<Site> sites, Period days, Optional<Period> raw) {
    /** One of the sites. All have the same time zone. */
    Site site() {
      return sites.get(0);
    }

    /** The same without the days after {@code last}. */
    Optional<SiteDays> until(LocalDate last) {
      return days.begun(last)
          .map(begun -> new SiteDays(sites, begun, raw.flatMap(some -> some.begun(last))));
    }
  }

  /** What sites of one query have in common. */
  private record Batch(ZoneId zone, Optional<Period> raw, int number) {}

  /** The days of the sites, with those to read from the raw events. */
  List<SiteDays> parts(Collection<Site> sites, Period days) {
    Map<String, Period> raw = unresolved(sites, days);
    int size = end == null ? 1 : SITES_AT_ONCE;
    var batches = new LinkedHashMap<Batch, List<Site>>();
    int number = 0;
    for (Site site : sites) {
      var batch = new Batch(site.zone(), Optional.ofNullable(raw.get(site.id())), number++ / size);
      batches.computeIfAbsent(batch, none -> new ArrayList<>()).add(site);
    }
    return batches.entrySet().stream()
        .map(batch -> new SiteDays(batch.getValue(), days, batch.getKey().raw()))
        .toList();
  }

  private Map<String, Period> unresolved(Collection<Site> sites, Period days) {
    var found = new HashMap<String, Period>();
    if (!sites.isEmpty()) {
      reportQueries
          .list(
              "unresolved_days.sql",
              query ->
                  query
                      .bindList("sites", sites.stream().map(Site::id).toList())
                      .bind("from", days.from())
                      .bind("to", days.to()),
              (row, c) ->
                  Map.entry(
                      row.getString("site"),
                      Period.free(
                          row.getObject("first", LocalDate.class),
                          row.getObject("last", LocalDate.class))))
          .forEach(one -> found.put(one.getKey(), one.getValue()));
    }
    return found;
  }

  /**
   * Runs a query that includes {@code filtered.sql}.
   *
   * @param more binds further parameters
   */
  <T> List<T> list(
      String file, SiteDays part, boolean robots, Consumer<Query> more, RowMapper<T> mapper) {
    Consumer<Query> bind = query -> more.accept(bind(query, part, robots));
    return part.raw().isPresent()
        ? reportQueries.list(file, bind, mapper)
        : reportQueries.list(file, RESOLVED_ONLY, bind, mapper);
  }

  private Query bind(Query query, SiteDays part, boolean robots) {
    query
        .bind("first", part.days().from())
        .bind("last", part.days().to())
        .bind("robots", robots)
        .bind("until", end == null ? NO_END : end.apply(part.site()));
    VisitQueryParameters.bind(query, part.sites());
    ReportQueries.bind(query, "", part.raw());
    for (Dimension dimension : Dimension.filtering()) {
      String value = filters.values().get(dimension);
      query
          .bind("by_" + dimension.label(), value != null)
          .bind(dimension.label(), value == null ? "" : value);
    }
    return query;
  }
}
