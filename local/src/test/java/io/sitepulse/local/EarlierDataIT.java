package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Opens data folders of earlier commits. Of b447c39 it has the logs of Kafka and the stores of the
 * counting that were left when it was killed. It had counted 300 views and 80 heartbeats, four
 * ballots, a duplicate and bots. The index files of Kafka and the options of RocksDB are left out,
 * because they are made anew.
 */
class EarlierDataIT {
  private static final String SITE = "demo";
  private static final Reader.Sums TOTAL = new Reader.Sums(2_757_138, 675_868, 498_152);

  @Test
  void totalsAndTalliesOfB447c39GoOnWhereTheyWere(@TempDir Path folder) throws Exception {
    EarlierData.unpack("data-of-b447c39.zip", folder);

    try (var pulse = Sitepulse.start(SitepulseOptions.in(folder))) {
      var reader = new Reader(pulse);
      await().untilAsserted(() -> assertThat(reader.live(SITE, "total")).isEqualTo(TOTAL));
      JsonNode poll = reader.get("/api/polls/website-content");
      assertThat(poll.path("participants").asLong()).isEqualTo(4);
      assertThat(poll.at("/options/0/ballots").asLong()).isEqualTo(2);

      assertThat(reader.view(SITE, "/", "192.0.2.7")).isEqualTo(202);

      await()
          .untilAsserted(
              () -> assertThat(reader.live(SITE, "total").views()).isEqualTo(TOTAL.views() + 1));
    }
  }

  /** The fixture that {@link MakeEarlierDataIT} made at this commit, with ClickHouse. */
  @ParameterizedTest
  @ValueSource(strings = "0b894cf8")
  void allOfALaterCommitGoesOnWhereItWas(String commit, @TempDir Path folder) throws Exception {
    EarlierData.unpack("data-of-" + commit + ".zip", folder);
    String site = MakeEarlierDataIT.SITE;
    Reader.Sums sums = MakeEarlierDataIT.SUMS;

    try (var pulse = Sitepulse.start(SitepulseOptions.in(folder))) {
      var reader = new Reader(pulse);
      await().untilAsserted(() -> assertThat(reader.live(site, "total")).isEqualTo(sums));
      assertThat(reader.stored(site)).isEqualTo(sums);
      assertThat(reader.raw(site)).isEqualTo(new Reader.Sums(sums.views(), 0, sums.visitors()));
      assertThat(reader.duplicates(site)).isEqualTo(1);
      JsonNode poll = reader.get("/api/polls/" + MakeEarlierDataIT.POLL);
      assertThat(poll.path("participants").asLong()).isEqualTo(4);
      assertThat(poll.at("/options/0/ballots").asLong()).isEqualTo(3);

      assertThat(reader.view(site, "/", "192.0.2.7")).isEqualTo(202);

      await()
          .untilAsserted(
              () -> {
                assertThat(reader.live(site, "total").views()).isEqualTo(sums.views() + 1);
                assertThat(reader.stored(site).views()).isEqualTo(sums.views() + 1);
              });
      assertThat(reader.audit(site, "--from", "2026-11-29", "--to", "2026-11-30"))
          .contains("No difference")
          .endsWith("exit 0");
    }
  }
}
