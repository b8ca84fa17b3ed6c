package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultIT {
  private static final String SITE = "faulty";
  private static final int VISITORS = 50;
  private static final int ROUNDS = 40;

  @Test
  void streamsIsKilledAndClickHouseIsAwayAndTotalsAreAsWithoutTheFaults(@TempDir Path folder)
      throws Exception {
    var options =
        SitepulseOptions.in(folder.resolve("data"))
            .withoutCounting()
            .with(
                "SITEPULSE_DEFINITIONS_SEED",
                Seeds.sites(folder, Map.of(SITE, Noon.zone())).toString());
    try (var pulse = Sitepulse.start(options)) {
      var reader = new Reader(pulse);
      Process streams = streams(pulse, folder);
      try {
        send(reader, 0, ROUNDS / 4);
        await().until(() -> reader.live(SITE, "total").views() > 0);

        pulse.killClickHouse();
        send(reader, ROUNDS / 4, ROUNDS / 2);
        streams.destroyForcibly().waitFor();
        send(reader, ROUNDS / 2, 3 * ROUNDS / 4);
        streams = streams(pulse, folder);
        send(reader, 3 * ROUNDS / 4, ROUNDS);

        var expected = new Reader.Sums(VISITORS * ROUNDS, VISITORS, VISITORS);
        await().untilAsserted(() -> assertThat(reader.live(SITE, "total")).isEqualTo(expected));
        pulse.restoreClickHouse();
        await().untilAsserted(() -> assertThat(reader.stored(SITE)).isEqualTo(expected));
        assertThat(reader.raw(SITE).views()).isEqualTo(expected.views());
        await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
        assertThat(reader.audit(SITE)).contains("No difference").doesNotContain("Not complete");

        streams.destroyForcibly().waitFor();
        send(reader, 0, 1);
        assertThat(reader.audit(SITE)).contains("Not complete: ");
      } finally {
        streams.destroyForcibly().waitFor();
      }
    }
  }

  /** Each visitor sees a page in each round. */
  private static void send(Reader reader, int from, int to) {
    for (int round = from; round < to; round++) {
      for (int visitor = 0; visitor < VISITORS; visitor++) {
        assertThat(reader.view(SITE, "/page-" + round, "192.0.2." + (1 + visitor))).isEqualTo(202);
      }
    }
  }

  private static Process streams(Sitepulse pulse, Path folder) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.sitepulse.local.cli.SitepulseCommand",
                "streams"));
    builder.environment().putAll(pulse.environment());
    builder.environment().put("SITEPULSE_STREAMS_PORT", "0");
    // The sink of the other process goes on while this one is killed.
    builder.environment().put("SITEPULSE_SINK_ENABLED", "false");
    var log = ProcessBuilder.Redirect.appendTo(folder.resolve("streams.log").toFile());
    return builder.redirectOutput(log).redirectError(log).start();
  }
}
