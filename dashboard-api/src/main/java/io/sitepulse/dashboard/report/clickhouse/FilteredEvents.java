package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks for the events of the visits that filters let through, a site at a time. Of days that are
 * over they have been resolved, each to its visit; of all others, and of those with events that
 * came later, the raw events are asked. So what has been resolved makes a report quicker and never
 * another.
 */
final class FilteredEvents {
  private static final ReportQueries.Instead RESOLVED_ALONE =
      new ReportQueries.Instead("events.sql", "resolved_events.sql");

  private final ReportQueries reportQueries;
  private final Filters filters;

  FilteredEvents(ReportQueries reportQueries, Filters filters) {
    this.reportQueries = reportQueries;
    this.filters = filters;
  }

  /**
   * Days of a site.
   *
   * @param raw those of which the raw events are asked
   */
  record Part(Site site, Period days, Optional<Period> raw) {
    /** Without days after one. */
    Optional<Part> until(LocalDate last) {
      return days.begun(last)
          .map(begun -> new Part(site, begun, raw.flatMap(some -> some.begun(last))));
    }
  }

  /** Some days of some sites. */
  List<Part> parts(Collection<Site> sites, Period days) {
    Map<String, Period> raw = unresolved(sites, days);
    return sites.stream()
        .map(site -> new Part(site, days, Optional.ofNullable(raw.get(site.id()))))
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
   * What a file that includes {@code filtered.sql} says.
   *
   * @param more binds parameters of its own
   */
  <T> List<T> list(
      String file, Part part, boolean robots, Consumer<Query> more, RowMapper<T> mapper) {
    Consumer<Query> bind = query -> more.accept(bind(query, part, robots));
    return part.raw().isPresent()
        ? reportQueries.list(file, bind, mapper)
        : reportQueries.list(file, RESOLVED_ALONE, bind, mapper);
  }

  private Query bind(Query query, Part part, boolean robots) {
    query.bind("first", part.days().from()).bind("last", part.days().to()).bind("robots", robots);
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
