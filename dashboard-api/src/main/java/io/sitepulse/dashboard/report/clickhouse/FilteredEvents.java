package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Queries the events of the visits that match the filters, one site at a time. Events of closed
 * days have been resolved to their visits beforehand. Other days, and days with later events, are
 * read from the raw events. Resolving is an optimisation: results are the same without it.
 */
final class FilteredEvents {
  private static final ReportQueries.Replacement RESOLVED_ONLY =
      new ReportQueries.Replacement("events.sql", "resolved_events.sql");

  private final ReportQueries reportQueries;

  /** The latest instant of DateTime64 in ClickHouse is later. */
  private static final Instant NO_END = Instant.parse("2200-01-01T00:00:00Z");

  private final Filters filters;
  private final @Nullable DayCut cut;

  /** Creates queries of whole days. */
  FilteredEvents(ReportQueries reportQueries, Filters filters) {
    this(reportQueries, filters, null);
  }

  /** Creates queries of the part of a day before its cut. */
  FilteredEvents(ReportQueries reportQueries, Filters filters, @Nullable DayCut cut) {
    this.reportQueries = reportQueries;
    this.filters = filters;
    this.cut = cut;
  }

  /**
   * Days of a site.
   *
   * @param raw the days to read from the raw events
   */
  record SiteDays(Site site, Period days, Optional<Period> raw) {
    /** The same without the days after {@code last}. */
    Optional<SiteDays> until(LocalDate last) {
      return days.begun(last)
          .map(begun -> new SiteDays(site, begun, raw.flatMap(some -> some.begun(last))));
    }
  }

  /** The days of each site, with those to read from the raw events. */
  List<SiteDays> parts(Collection<Site> sites, Period days) {
    Map<String, Period> raw = unresolved(sites, days);
    return sites.stream()
        .map(site -> new SiteDays(site, days, Optional.ofNullable(raw.get(site.id()))))
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
        .bind("until", cut == null ? NO_END : cut.until(part.site()));
    VisitQueryParameters.bind(query, part.site());
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
