package io.sitepulse.local.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.dashboard.MeterDashboardMetrics;
import io.sitepulse.dashboard.live.EventStreams;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.report.ReportConfig;
import io.sitepulse.dashboard.report.Reporting;
import io.sitepulse.dashboard.site.Successions;
import java.util.List;

/** Reports as the management serves them. */
final class Feature {
  private Feature() {}

  static List<ManageFeature> of(ManageTester.Parts parts) {
    var registry = new SimpleMeterRegistry();
    var streams = new EventStreams(LiveConfig.DEFAULT, new MeterDashboardMetrics(registry));
    var reporting =
        new Reporting(
            parts.vertx(),
            ReportConfig.DEFAULT,
            LiveConfig.DEFAULT,
            parts.sources(),
            new Successions(parts.sources().sites()),
            streams,
            registry,
            parts.clock());
    reporting.start();
    return List.of(reporting.feature());
  }
}
