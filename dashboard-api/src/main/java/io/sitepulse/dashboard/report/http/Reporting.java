package io.sitepulse.dashboard.report.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.clickhouse.ClickHouseReports;
import io.sitepulse.dashboard.report.live.LiveOverview;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The parts of the report feature: reports, the queue they run in, and their routes. */
public final class Reporting implements AutoCloseable {
  private final ManageSources sources;
  private final BlockingPool pool;
  private final ReportQueue queue;
  private final ClickHouseReports reports;

  public Reporting(
      Vertx vertx,
      ReportConfig config,
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      MeterRegistry registry,
      Clock clock) {
    this.pool = new BlockingPool(vertx, "reports", config.threads(), registry);
    this.queue = new ReportQueue(vertx, pool, config.perAccount());
    this.reports =
        new ClickHouseReports(sources, siteSuccessionCache::now, config.timeout(), clock);
    this.sources = sources;
  }

  /** Creates the routes. */
  public RouteProvider routes(LiveOverview live, ExportResponder exportResponder) {
    return new ReportRoutes(sources.sites(), reports, queue, live, exportResponder);
  }

  /** The reports. They block, so call them only within {@link #queue}. */
  public Reports reports() {
    return reports;
  }

  /** The queue that reports run in. */
  public ReportQueue queue() {
    return queue;
  }

  /** The counted values of targets, by target id. Unknown ones are left out. */
  public Future<Map<String, Long>> targetActuals(Collection<Target> targets) {
    return pool.run(
        () -> {
          var known = new HashMap<String, Long>();
          reports
              .targetProgress(targets)
              .forEach(
                  (id, progress) -> {
                    if (progress.actual() != null) {
                      known.put(id, progress.actual());
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
