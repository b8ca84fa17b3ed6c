package io.sitepulse.local.cli;

import io.sitepulse.ingest.IngestMain;
import io.sitepulse.local.cli.option.ModuleOptions;
import io.sitepulse.local.cli.process.Logging;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the ingest module as a process of its own. The module reads its own settings. */
@Command(
    name = "ingest",
    header = "Runs the collector alone.",
    descriptionHeading = "%n",
    description = {
      "Runs the collector alone: POST /api/events and the pixel, into Kafka. As many as "
          + "wanted may run. Answers on its own port, with /health/live, /health/ready and "
          + "/metrics.",
    },
    footerHeading = "%nSettings, by file or environment (all: ingest/README.md):%n",
    footer = {
      "  sitepulse.kafka.bootstrap          SITEPULSE_KAFKA_BOOTSTRAP          127.0.0.1:9092",
      "  sitepulse.ingest.host              SITEPULSE_INGEST_HOST              127.0.0.1",
      "  sitepulse.ingest.port              SITEPULSE_INGEST_PORT              8081",
      "  sitepulse.ingest.trusted-proxies   SITEPULSE_INGEST_TRUSTED_PROXIES   127.0.0.0/8,::1/128",
      "",
      "Examples:",
      "  SITEPULSE_KAFKA_BOOTSTRAP=kafka:9092 ./sitepulse ingest",
      "  ./sitepulse ingest --config ingest.properties"
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private ModuleOptions options = new ModuleOptions();

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError();
    IngestMain.main(options.arguments());
    // It runs on threads of its own until SIGTERM, and has hooks of its own for that.
    new CountDownLatch(1).await();
    return 0;
  }
}
