package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.replay.AgentBots;
import io.sitepulse.local.replay.EarlierEvents;
import io.sitepulse.local.replay.Replay;
import io.sitepulse.local.replay.ReplayOptions;
import io.sitepulse.local.replay.ReplaySummary;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {
  private static final String SITE = "replayed";

  private final SampleLog log = new SampleLog(3_000, 7);

  @Test
  void aLogCountsOnceHoweverOftenItIsSentAndWhateverIsRestarted(@TempDir Path folder)
      throws Exception {
    Path file = log.in(folder);
    var options =
        SitepulseOptions.in(folder.resolve("data"))
            .with(
                "SITEPULSE_DEFINITIONS_SEED",
                Seeds.sites(folder, Map.of(SITE, Noon.zone())).toString());

    try (var pulse = Sitepulse.start(options)) {
      ReplaySummary first = replay(pulse, file);
      assertWhatIsInTheLog(first);
      assertCounted(pulse);
      assertThat(new Reader(pulse).duplicates(SITE)).isZero();

      assertWhatIsInTheLog(replay(pulse, file));
      assertDuplicates(pulse, log.pages());
      assertCounted(pulse);
    }
    try (var pulse = Sitepulse.start(options)) {
      assertCounted(pulse);
      replay(pulse, file);
      assertDuplicates(pulse, 2 * log.pages());
      assertCounted(pulse);
      assertThat(new Reader(pulse).audit(SITE)).endsWith("exit 0");
    }
  }

  private void assertWhatIsInTheLog(ReplaySummary summary) {
    assertThat(summary.lines()).isEqualTo(3_000);
    assertThat(summary.pages()).isEqualTo(log.pages());
    assertThat(summary.accepted()).isEqualTo(log.pages());
    assertThat(summary.refused()).isEmpty();
    assertThat(summary.bots()).isEqualTo(log.bots());
    assertThat(summary.visitors()).isEqualTo(log.visitors());
    assertThat(summary.malformed().count()).isEqualTo(log.malformed()).isPositive();
  }

  private void assertCounted(Sitepulse pulse) {
    var reader = new Reader(pulse);
    var expected = new Reader.Sums(log.pages() - log.bots(), log.visitors(), log.visitors());
    await().untilAsserted(() -> assertThat(reader.live(SITE, "total")).isEqualTo(expected));
    await().untilAsserted(() -> assertThat(reader.stored(SITE)).isEqualTo(expected));
    assertThat(reader.raw(SITE).views()).isEqualTo(expected.views());
    assertThat(reader.raw(SITE).visitors()).isEqualTo(expected.visitors());
  }

  /** Of robots' pages too: what is not new is told before who sent it. */
  private static void assertDuplicates(Sitepulse pulse, long expected) {
    var reader = new Reader(pulse);
    await().untilAsserted(() -> assertThat(reader.duplicates(SITE)).isEqualTo(expected));
  }

  private static ReplaySummary replay(Sitepulse pulse, Path file) throws Exception {
    var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (var bots = new AgentBots(pulse.vertx())) {
      var options = ReplayOptions.of(file, SITE, pulse.url());
      return new Replay(options, bots, EarlierEvents.NONE, quiet, false).run(pulse.vertx());
    }
  }
}
