package io.sitepulse.local.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.dashboard.MeterDashboardMetrics;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.live.EventStreams;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.report.ReportConfig;
import io.sitepulse.dashboard.report.Reporting;
import io.sitepulse.dashboard.report.ScopeSites;
import io.sitepulse.dashboard.review.Gathering;
import io.sitepulse.dashboard.review.ReviewRoutes;
import io.sitepulse.dashboard.site.Successions;
import java.util.List;

/** Reports and the review made of them, as the management serves them. */
final class Feature {
  private Feature() {}

  static List<ManageFeature> of(ManageTester.Parts parts) {
    var registry = new SimpleMeterRegistry();
    var streams = new EventStreams(LiveConfig.DEFAULT, new MeterDashboardMetrics(registry));
    var files = new BlockingPool(parts.vertx(), "files", 2, registry);
    var answers = new Answers(files);
    var reporting =
        new Reporting(
            parts.vertx(),
            ReportConfig.DEFAULT,
            LiveConfig.DEFAULT,
            parts.sources(),
            new Successions(parts.sources().sites()),
            streams,
            answers,
            registry,
            parts.clock());
    reporting.start();
    var review =
        new ReviewRoutes(
            new Gathering(parts.sources(), reporting.reports(), reporting::goals),
            new ScopeSites(parts.sources().sites()),
            reporting.queue()::make,
            answers,
            files,
            parts.clock());
    return List.of(reporting.feature(), review);
  }
}
