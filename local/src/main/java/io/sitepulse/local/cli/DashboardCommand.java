package io.sitepulse.local.cli;

import io.sitepulse.dashboard.DashboardMain;
import io.sitepulse.local.cli.option.ModuleOptions;
import io.sitepulse.local.cli.process.Logging;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the dashboard-api module as a process of its own. The module reads its own settings. */
@Command(
    name = "dashboard",
    header = "Runs dashboard-api alone.",
    descriptionHeading = "%n",
    description = {
      "Runs dashboard-api alone: counters and polls, live and as JSON, votes, the "
          + "tracker and the widgets. As many as wanted may run. Has /health/live, "
          + "/health/ready and /metrics.",
    },
    footerHeading = "%nSettings, by file or environment (all: dashboard-api/README.md):%n",
    footer = {
      "  sitepulse.kafka.bootstrap          SITEPULSE_KAFKA_BOOTSTRAP          127.0.0.1:9092",
      "  sitepulse.dashboard.host           SITEPULSE_DASHBOARD_HOST           127.0.0.1",
      "  sitepulse.dashboard.port           SITEPULSE_DASHBOARD_PORT           8082",
      "  sitepulse.definitions.seed         SITEPULSE_DEFINITIONS_SEED         none",
      "  sitepulse.voter.secret             SITEPULSE_VOTER_SECRET             made, and kept in its data folder",
      "",
      "Examples:",
      "  SITEPULSE_KAFKA_BOOTSTRAP=kafka:9092 SITEPULSE_DASHBOARD_PORT=8083 ./sitepulse dashboard"
    })
final class DashboardCommand implements Callable<Integer> {
  @Mixin private ModuleOptions options = new ModuleOptions();

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError();
    DashboardMain.main(options.arguments());
    // It runs on threads of its own until SIGTERM, and has hooks of its own for that.
    new CountDownLatch(1).await();
    return 0;
  }
}
