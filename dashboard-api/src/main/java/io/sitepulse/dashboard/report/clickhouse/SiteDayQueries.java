package io.sitepulse.dashboard.report.clickhouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.PeriodTotals.Peak;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.runtime.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Queries {@code site_days}, a row for each site and day, and {@code site_online}, one for each
 * minute.
 */
final class SiteDayQueries {
  private static final TypeReference<Map<String, @Nullable Object>> STATE =
      new TypeReference<>() {};

  private final ReportQueries reportQueries;

  SiteDayQueries(ReportQueries reportQueries) {
    this.reportQueries = reportQueries;
  }

  /** Sums by day, without days that have none. */
  Map<LocalDate, DaySums> byDay(Collection<Site> sites, Period range) {
    return sums("day", (row, c) -> day(row), sites, range);
  }

  /** Sums by site id, without sites that have none. */
  Map<String, DaySums> bySite(Collection<Site> sites, Period range) {
    return sums("site", (row, c) -> row.getString("site"), sites, range);
  }

  /** Sums by site and day, without those that have none. */
  Map<SiteDay, DaySums> bySiteAndDay(Collection<Site> sites, Period range) {
    return sums(
        "site, day", (row, c) -> new SiteDay(row.getString("site"), day(row)), sites, range);
  }

  /** A local day of a site. */
  record SiteDay(String site, LocalDate day) {}

  /**
   * Sums by a column.
   *
   * @param column name of the key column, {@code day} or the site id, or both
   */
  private <K> Map<K, DaySums> sums(
      String column, RowMapper<K> key, Collection<Site> sites, Period range) {
    var found = new HashMap<K, DaySums>();
    reportQueries
        .list(
            "site_days.sql",
            bind(sites, range).andThen(query -> query.define("key", column)),
            (row, c) -> Map.entry(key.map(row, c), ReportQueries.sums(row, "")))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /** The ledger by day, without days that have none. */
  Map<LocalDate, Ledger> ledgers(Collection<Site> sites, Period range) {
    if (sites.isEmpty()) {
      return Map.of();
    }
    var days = new TreeMap<LocalDate, Ledger>();
    reportQueries
        .list("ledger.sql", bind(sites, range), (row, c) -> Map.entry(day(row), ledger(row)))
        .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
    return days;
  }

  /** The most visitors online at once on local days of a site. Empty if none were recorded. */
  Optional<Peak> peak(Site site, Period range) {
    Instant from = range.from().atStartOfDay(site.zone()).toInstant();
    Instant to = range.to().plusDays(1).atStartOfDay(site.zone()).toInstant();
    return reportQueries
        .list(
            "peak.sql",
            query ->
                query
                    .bind("site", site.id())
                    .bind("from", from.getEpochSecond())
                    .bind("to", to.getEpochSecond()),
            (row, c) -> new Peak(row.getLong("most"), Instant.ofEpochSecond(row.getLong("second"))))
        .stream()
        .filter(peak -> peak.count() > 0)
        .findFirst();
  }

  /** Refused events by day and reason, without days that have none. */
  Map<LocalDate, Map<Reason, Long>> refused(Collection<Site> sites, Period range) {
    var found = new TreeMap<LocalDate, Map<Reason, Long>>();
    if (!sites.isEmpty()) {
      reportQueries.list(
          "refused_days.sql",
          bind(sites, range),
          (row, c) -> {
            var reasons =
                found.computeIfAbsent(day(row), none -> new EnumMap<Reason, Long>(Reason.class));
            put(reasons, row.getString("reason"), row.getLong("events"));
            return reasons;
          });
    }
    return found;
  }

  /** The most frequent origins of refused events. */
  List<RefusedEvents.Origin> refusedOrigins(Collection<Site> sites, Period range) {
    var found = new ArrayList<RefusedEvents.Origin>();
    if (!sites.isEmpty()) {
      var byId = sites.stream().collect(Collectors.toMap(Site::id, site -> site, (a, b) -> a));
      reportQueries.list(
          "refused_origins.sql", bind(sites, range), (row, c) -> add(found, byId, row));
    }
    return found;
  }

  private static boolean add(
      List<RefusedEvents.Origin> found, Map<String, Site> sites, ResultSet row)
      throws SQLException {
    Site site = sites.get(row.getString("site"));
    String origin = row.getString("origin");
    long events = row.getLong("events");
    boolean allowed =
        site != null
            && !origin.equals(CollectorFaults.OTHER)
            && site.allows(origin.equals(CollectorFaults.NO_ORIGIN) ? null : origin);
    return site != null
        && reason(row.getString("reason"))
            .map(reason -> new RefusedEvents.Origin(site.id(), reason, origin, events, allowed))
            .map(found::add)
            .orElse(false);
  }

  /** The first day with figures by site id, without sites that have none. */
  Map<String, LocalDate> firstDays(Collection<Site> sites) {
    var found = new HashMap<String, LocalDate>();
    if (!sites.isEmpty()) {
      reportQueries
          .list(
              "first_days.sql",
              query -> query.bindList("sites", ids(sites)),
              (row, c) -> Map.entry(row.getString("site"), row.getObject("first", LocalDate.class)))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /** The first day with figures of any of several sites. Empty if they have none. */
  Optional<LocalDate> firstDay(Collection<Site> sites) {
    return firstDays(sites).values().stream().min(Comparator.naturalOrder());
  }

  /** The instant of registration by site id, without sites whose registration is not in the log. */
  Map<String, Instant> registered(Collection<Site> sites) {
    var found = new HashMap<String, Instant>();
    if (!sites.isEmpty()) {
      reportQueries
          .list(
              "registered.sql",
              query -> query.bindList("sites", ids(sites)),
              (row, c) ->
                  Map.entry(row.getString("subject"), row.getObject("registered", Instant.class)))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /** All changes of the baselines of sites, the oldest first. */
  List<Overview.BaselineChange> baselineChanges(Collection<Site> sites) {
    if (sites.isEmpty()) {
      return List.of();
    }
    var names = sites.stream().collect(Collectors.toMap(Site::id, Site::name, (a, b) -> a));
    return reportQueries.list(
        "baseline_changes.sql",
        query -> query.bindList("sites", ids(sites)),
        (row, c) ->
            new Overview.BaselineChange(
                row.getString("subject"),
                names.getOrDefault(row.getString("subject"), row.getString("subject")),
                row.getObject("at", Instant.class),
                row.getString("actor_name"),
                baseline(row.getString("baseline_before")),
                baseline(row.getString("baseline_after"))));
  }

  /**
   * Changes of names, groups, mergers, polls and targets from an instant on, and all registrations
   * of sites, without their states, the oldest first.
   */
  List<Change> definitionChanges(Instant from) {
    return reportQueries.list(
        "definition_changes.sql", query -> query.bind("from", from), (row, c) -> change(row));
  }

  private static Change change(ResultSet row) throws SQLException {
    return Change.builder()
        .id(row.getObject("id", UUID.class))
        .at(row.getObject("at", Instant.class))
        .by(row.getString("actor"), row.getString("actor_name"))
        .action(row.getString("action"))
        .subject(row.getString("subject"))
        .before(state(row.getString("state_before")))
        .after(state(row.getString("state_after")))
        .build();
  }

  private static @Nullable Map<String, @Nullable Object> state(String json) {
    try {
      return json.isEmpty() ? null : Json.MAPPER.readValue(json, STATE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state in the change log is not JSON", e);
    }
  }

  private static @Nullable Baseline baseline(String json) {
    try {
      return json.isEmpty() ? null : Json.MAPPER.readValue(json, Baseline.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a baseline in the change log is not JSON", e);
    }
  }

  /** Page views of several days that were brought in without their events. */
  long importedViews(Collection<Site> sites, Period range) {
    return sites.isEmpty()
        ? 0
        : reportQueries
            .list("imported_views.sql", bind(sites, range), (row, c) -> row.getLong("views"))
            .get(0);
  }

  /** Results of polls before an instant by poll id, without polls that had none. */
  Map<String, Reports.PollState> pollResults(Collection<String> polls, Instant before) {
    var found = new HashMap<String, Reports.PollState>();
    reportQueries
        .list(
            "poll_results.sql",
            query ->
                query.bindList("polls", List.copyOf(polls)).bind("before", before.toEpochMilli()),
            (row, c) -> Map.entry(row.getString("poll"), pollResult(row)))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static Reports.PollState pollResult(ResultSet row) throws SQLException {
    var ballots = new HashMap<String, Long>();
    ((Map<?, ?>) row.getObject("ballots"))
        .forEach((option, count) -> ballots.put(option.toString(), ((Number) count).longValue()));
    return new Reports.PollState(row.getLong("participants"), ballots);
  }

  /** Binds the sites and the first and last day of a range. */
  static Consumer<Query> bind(Collection<Site> sites, Period range) {
    return query ->
        query.bindList("sites", ids(sites)).bind("from", range.from()).bind("to", range.to());
  }

  static List<String> ids(Collection<Site> sites) {
    return sites.stream().map(Site::id).toList();
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("day", LocalDate.class);
  }

  private static Ledger ledger(ResultSet row) throws SQLException {
    var rejected = new EnumMap<Reason, Long>(Reason.class);
    ((Map<?, ?>) row.getObject("rejected"))
        .forEach((reason, count) -> add(rejected, reason.toString(), ((Number) count).longValue()));
    return new Ledger(
        row.getLong("received"),
        row.getLong("views"),
        row.getLong("heartbeats"),
        row.getLong("duplicates"),
        row.getLong("bots"),
        rejected,
        row.getLong("merged_visits"));
  }

  /** A reason of a newer release is another one, or the ledger would not balance. */
  private static void add(Map<Reason, Long> rejected, String reason, long count) {
    if (count > 0) {
      rejected.merge(Reason.of(reason), count, Long::sum);
    }
  }

  private static void put(Map<Reason, Long> rejected, String reason, long count) {
    if (count > 0) {
      reason(reason).ifPresent(known -> rejected.merge(known, count, Long::sum));
    }
  }

  private static Optional<Reason> reason(String label) {
    return Arrays.stream(Reason.values()).filter(known -> known.label().equals(label)).findFirst();
  }
}
