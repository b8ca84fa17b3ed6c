package io.sitepulse.dashboard.state;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.state.SiteStates.UnknownSite;
import io.sitepulse.dashboard.state.SiteStates.UntrustedProxy;
import io.sitepulse.dashboard.state.StateRules.Signals;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP route of the state of sites, as JSON, CSV or XLSX. */
public final class StateRoutes implements RouteProvider {
  private static final int ORIGINS = 5;

  private final TopicTable<Site> sites;
  private final StateQueries stateQueries;
  private final ExportResponder exportResponder;
  private final Clock clock;

  public StateRoutes(
      TopicTable<Site> sites,
      ClickHouseQueryRunner clickHouseQueryRunner,
      ExportResponder exportResponder,
      Clock clock) {
    this.sites = sites;
    this.stateQueries = new StateQueries(clickHouseQueryRunner);
    this.exportResponder = exportResponder;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/state", RequiredAccess.SIGNED_IN, this::read);
  }

  private void read(RequestContext requestContext) {
    exportResponder.of(requestContext, load(requestContext), StateExport::of);
  }

  private Future<SiteStates> load(RequestContext requestContext) {
    var caller = requestContext.caller();
    Instant now = clock.instant();
    LocalDate from =
        LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(StateRules.REFUSED_DAYS - 1);
    List<Site> visible =
        sites.all().stream().filter(site -> caller.allows(Role.VIEWER, site)).toList();
    Future<Map<String, Signals>> signals = stateQueries.signals(visible, now);
    Future<Map<String, List<SiteState.Origin>>> refused = stateQueries.refused(visible, from);
    Future<Map<String, List<SiteState.Script>>> scripts = stateQueries.scripts(visible, from);
    Future<List<UnknownSite>> unknown =
        caller.administers()
            ? stateQueries.unknownSites(sites.all(), from)
            : Future.succeededFuture(List.of());
    Future<List<UntrustedProxy>> proxies =
        caller.administers()
            ? stateQueries.untrustedProxies(from)
            : Future.succeededFuture(List.of());
    return Future.all(signals, refused, scripts, unknown, proxies)
        .map(
            done ->
                new SiteStates(
                    now,
                    ScriptVersion.CURRENT,
                    visible.stream()
                        .sorted(Comparator.comparing(Site::id))
                        .map(
                            site ->
                                state(
                                    site,
                                    signals.result().get(site.id()),
                                    refused.result().getOrDefault(site.id(), List.of()),
                                    scripts.result().getOrDefault(site.id(), List.of()),
                                    now))
                        .toList(),
                    unknown.result(),
                    proxies.result()));
  }

  private static SiteState state(
      Site site,
      @Nullable Signals signals,
      List<SiteState.Origin> refused,
      List<SiteState.Script> scripts,
      Instant now) {
    return new SiteState(
        site.id(),
        site.name(),
        site.group(),
        StateRules.of(site, signals, now),
        signals == null ? null : signals.lastSignal(site),
        signals == null || signals.lastDay() == null
            ? null
            : StateRules.yesterday(site, signals, now),
        new SiteState.Refusals(
            refused.stream().mapToLong(SiteState.Origin::events).sum(),
            refused.stream().limit(ORIGINS).toList()),
        scripts);
  }
}
