package io.sitepulse.local.cli;

import io.sitepulse.local.cli.option.ModuleOptions;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.streams.StreamsMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the streams module as a process of its own. The module reads its own settings. */
@Command(
    name = "streams",
    header = "Runs the counting and its ClickHouse sink alone.",
    descriptionHeading = "%n",
    description = {
      "Runs the counting and its ClickHouse sink alone. Further processes share the "
          + "partitions; each needs a state folder of its own. Has a port for /health/live, "
          + "/health/ready and /metrics.",
    },
    footerHeading = "%nSettings, by file or environment (all: streams/README.md):%n",
    footer = {
      "  sitepulse.kafka.bootstrap          SITEPULSE_KAFKA_BOOTSTRAP          127.0.0.1:9092",
      "  sitepulse.clickhouse.url           SITEPULSE_CLICKHOUSE_URL           jdbc:clickhouse://127.0.0.1:8123/default",
      "  sitepulse.clickhouse.user          SITEPULSE_CLICKHOUSE_USER          default",
      "  sitepulse.clickhouse.password      SITEPULSE_CLICKHOUSE_PASSWORD",
      "  sitepulse.streams.port             SITEPULSE_STREAMS_PORT             8083",
      "  sitepulse.streams.state-dir        SITEPULSE_STREAMS_STATE_DIR        data/streams",
      "  sitepulse.streams.threads          SITEPULSE_STREAMS_THREADS          2",
      "",
      "Examples:",
      "  SITEPULSE_KAFKA_BOOTSTRAP=kafka:9092 ./sitepulse streams --config streams.properties"
    })
final class StreamsCommand implements Callable<Integer> {
  @Mixin private ModuleOptions options = new ModuleOptions();

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError();
    StreamsMain.main(options.arguments());
    return 0;
  }
}
