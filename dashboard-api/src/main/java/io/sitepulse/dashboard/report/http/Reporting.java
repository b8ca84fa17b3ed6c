package io.sitepulse.dashboard.report.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.report.clickhouse.ClickHouseReports;
import io.sitepulse.dashboard.report.live.LiveOverview;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Everything about reports: who makes them, where, and their routes. */
public final class Reporting implements AutoCloseable {
  private final BlockingPool pool;
  private final ReportQueue queue;
  private final ClickHouseReports reports;
  private final ReportRoutes routes;

  public Reporting(
      Vertx vertx,
      ReportConfig config,
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      SseConnections connections,
      ExportResponder exportResponder,
      MeterRegistry registry,
      Clock clock) {
    this.pool = new BlockingPool(vertx, "reports", config.threads(), registry);
    this.queue = new ReportQueue(vertx, pool, config.perAccount());
    this.reports = new ClickHouseReports(sources, siteSuccessionCache, config.timeout(), clock);
    var live = new LiveOverview(sources, siteSuccessionCache, connections, clock);
    this.routes = new ReportRoutes(sources.sites(), reports, queue, live, exportResponder);
  }

  /** The routes. */
  public RouteProvider feature() {
    return routes;
  }

  /** The reports themselves; they wait, so only within {@link #queue}. */
  public Reports reports() {
    return reports;
  }

  /** Where reports are made. */
  public ReportQueue queue() {
    return queue;
  }

  /** How far targets were reached, by their id; waits, so only within {@link #queue}. */
  public Map<String, TargetProgress> goals(Collection<Target> targets) {
    return reports.attainments().of(targets);
  }

  /** What was counted for targets, by their id; those that cannot be told now are missing. */
  public Future<Map<String, Long>> reached(Collection<Target> targets) {
    return pool.run(
        () -> {
          var known = new HashMap<String, Long>();
          reports
              .attainments()
              .of(targets)
              .forEach(
                  (id, goal) -> {
                    if (goal.actual() != null) {
                      known.put(id, goal.actual());
                    }
                  });
          return known;
        });
  }

  @Override
  public void close() {
    pool.close();
  }
}
