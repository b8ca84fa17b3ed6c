package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.clickhouse.Tables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandIT {
  /** In Vietnam it is the 22nd already. */
  private static final Clock EVENING =
      Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC);

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private final StringWriter printed = new StringWriter();

  @Test
  void theExitCodeTellsWhetherThereAreDifferences(@TempDir Path folder) throws Exception {
    try (var tables = Tables.start(folder)) {
      var config = tables.config();
      var raw = new RawTables(tables);
      assertThat(run(config, "--site", "demo", "--settle", "0")).isZero();
      assertThat(printed.toString()).contains("no events and no counters from 2026-11-22");

      raw.claims("demo", Map.of(DAY, Map.of("views", 3L, "received", 3L)), 1);
      assertThat(run(config, "--settle", "0")).isEqualTo(1);
      assertThat(printed.toString()).contains("views: says 3, raw events say 0 (+3)");
      assertThat(run(config, "--to", "2026-11-20", "--settle", "0")).isZero();
      withoutKafkaClickHouseIsStillAudited(config);
      settingsFileNamesTheSame(folder, config);
    }
  }

  private void withoutKafkaClickHouseIsStillAudited(ClickHouseConfig config) {
    var away = new Properties();
    away.put("bootstrap.servers", "127.0.0.1:1");

    assertThat(run(new AuditCommand.Installation(config, away), "--to", "2026-11-20")).isZero();
    assertThat(printed.toString())
        .contains("records on their way are not known", "no events and no counters");
  }

  private void settingsFileNamesTheSame(Path folder, ClickHouseConfig config) throws Exception {
    Path file = folder.resolve("s.properties");
    Files.write(
        file,
        List.of(
            "sitepulse.clickhouse.url=" + config.url(),
            "sitepulse.clickhouse.user=" + config.user(),
            "sitepulse.clickhouse.password=" + config.password()));
    var nowhere = new ClickHouseConfig("jdbc:clickhouse://127.0.0.1:1/default", "x", "", 1);

    assertThat(run(nowhere, "--config", file.toString(), "--json", "--settle", "0")).isEqualTo(1);
    assertThat(printed.toString()).contains("\"differences\" : 2");
  }

  @Test
  void anUnavailableClickHouseIsReportedInOneLine() {
    var nowhere = new ClickHouseConfig("jdbc:clickhouse://127.0.0.1:1/default", "x", "", 1);

    assertThat(run(nowhere, "--from", "2026-11-21")).isEqualTo(2);
    assertThat(printed.toString()).startsWith("sitepulse audit: ").hasLineCount(1);
  }

  @Test
  void datesInTheWrongOrderAreReportedInOneLine() {
    var any = new ClickHouseConfig("jdbc:clickhouse://127.0.0.1:1/default", "x", "", 1);

    assertThat(run(any, "--from", "2026-11-21", "--to", "2026-11-20")).isEqualTo(2);
    assertThat(printed.toString()).contains("--to must not be before --from");
  }

  private int run(ClickHouseConfig config, String... options) {
    return run(new AuditCommand.Installation(config, null), options);
  }

  private int run(AuditCommand.Installation installation, String... options) {
    printed.getBuffer().setLength(0);
    return new CommandLine(new AuditCommand(data -> installation, Map.of(), EVENING))
        .setOut(new PrintWriter(printed))
        .setErr(new PrintWriter(printed))
        .execute(options);
  }
}
