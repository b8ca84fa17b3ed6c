package io.sitepulse.dashboard.state;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.state.SiteStates.UnknownSite;
import io.sitepulse.dashboard.state.SiteStates.UntrustedProxy;
import io.sitepulse.dashboard.state.StateRules.Signals;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the signals of sites and the refused events from ClickHouse. */
final class StateQueries {
  /** No site has this id. An SQL list must not be empty. */
  private static final String NO_ID = "?";

  private final ClickHouseQueryRunner clickHouseQueryRunner;

  StateQueries(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /** The signals by site id, without sites that have none. */
  Future<Map<String, Signals>> signals(Collection<Site> sites, Instant now) {
    var byToday = sites.stream().collect(Collectors.groupingBy(site -> site.dayAt(now)));
    var parts =
        byToday.entrySet().stream()
            .map(entry -> signals(entry.getValue(), entry.getKey().minusDays(1)))
            .toList();
    return Future.all(parts)
        .map(
            done -> {
              var all = new HashMap<String, Signals>();
              parts.forEach(part -> all.putAll(part.result()));
              return all;
            });
  }

  private Future<Map<String, Signals>> signals(Collection<Site> sites, LocalDate yesterday) {
    return clickHouseQueryRunner
        .list(
            StateQueries.class,
            "signals.sql",
            query -> query.bindList("sites", ids(sites)).bind("yesterday", yesterday),
            (row, c) -> Map.entry(row.getString("site"), signals(row)))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The origins of refused events by site id, the most frequent ones first. */
  Future<Map<String, List<SiteState.Origin>>> refused(Collection<Site> sites, LocalDate from) {
    return clickHouseQueryRunner
        .list(
            StateQueries.class,
            "refused.sql",
            query -> query.bindList("sites", ids(sites)).bind("from", from),
            (row, c) ->
                Map.entry(
                    row.getString("site"),
                    new SiteState.Origin(row.getString("origin"), row.getLong("events"))))
        .map(StateQueries::bySite);
  }

  /** The versions of the script on the last day of each site, the most frequent one first. */
  Future<Map<String, List<SiteState.Script>>> scripts(Collection<Site> sites, LocalDate from) {
    return clickHouseQueryRunner
        .list(
            StateQueries.class,
            "scripts.sql",
            query -> query.bindList("sites", ids(sites)).bind("from", from),
            (row, c) ->
                Map.entry(
                    row.getString("site"),
                    script(row.getString("version"), row.getLong("requests"))))
        .map(StateQueries::bySite);
  }

  private static SiteState.Script script(String version, long requests) {
    boolean older = ScriptVersion.isOlder(version, ScriptVersion.CURRENT);
    return new SiteState.Script(version, requests, older);
  }

  private static <T> Map<String, List<T>> bySite(List<Map.Entry<String, T>> rows) {
    var bySite = new HashMap<String, List<T>>();
    rows.forEach(
        row -> bySite.computeIfAbsent(row.getKey(), none -> new ArrayList<>()).add(row.getValue()));
    return bySite;
  }

  /** Refused events with ids that are not registered. */
  Future<List<UnknownSite>> unknownSites(Collection<Site> registered, LocalDate from) {
    return clickHouseQueryRunner.list(
        StateQueries.class,
        "unknown_sites.sql",
        query -> query.bindList("sites", ids(registered)).bind("from", from),
        (row, c) ->
            new UnknownSite(row.getString("site"), row.getString("origin"), row.getLong("events")));
  }

  /** Proxies that are not trusted. */
  Future<List<UntrustedProxy>> untrustedProxies(LocalDate from) {
    return clickHouseQueryRunner.list(
        StateQueries.class,
        "untrusted_proxies.sql",
        query -> query.bind("from", from),
        (row, c) -> new UntrustedProxy(row.getString("address"), row.getLong("requests")));
  }

  private static List<String> ids(Collection<Site> sites) {
    return Stream.concat(Stream.of(NO_ID), sites.stream().map(Site::id)).toList();
  }

  private static Signals signals(ResultSet row) throws SQLException {
    var views = new HashMap<Integer, Long>();
    ((Map<?, ?>) row.getObject("views"))
        .forEach(
            (days, count) -> views.put(((Number) days).intValue(), ((Number) count).longValue()));
    return new Signals(
        row.getLong("live_days") == 0 ? null : row.getObject("last_day", LocalDate.class),
        row.getLong("viewed_days") == 0 ? null : row.getObject("last_view_day", LocalDate.class),
        row.getObject("written_at", Instant.class),
        row.getObject("first_day", LocalDate.class),
        views);
  }
}
