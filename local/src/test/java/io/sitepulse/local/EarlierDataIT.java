package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens the logs of Kafka and the stores of the counting that commit b447c39 left when it was
 * killed. It had counted 300 views and 80 heartbeats, four ballots, a duplicate and bots. The index
 * files of Kafka and the options of RocksDB are left out, because they are made anew.
 */
class EarlierDataIT {
  private static final String SITE = "demo";
  private static final Reader.Sums TOTAL = new Reader.Sums(2_757_138, 675_868, 498_152);
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path folder;

  @Test
  void totalsAndTalliesGoOnWhereTheyWere() throws Exception {
    unpack("data-of-b447c39.zip", folder);

    try (var pulse = Sitepulse.start(SitepulseOptions.in(folder))) {
      var reader = new Reader(pulse);
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(reader.live(SITE, "total")).isEqualTo(TOTAL));
      JsonNode poll = reader.get("/api/polls/website-content");
      assertThat(poll.path("participants").asLong()).isEqualTo(4);
      assertThat(poll.at("/options/0/ballots").asLong()).isEqualTo(2);

      assertThat(reader.view(SITE, "/", "192.0.2.7")).isEqualTo(202);

      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(reader.live(SITE, "total").views()).isEqualTo(TOTAL.views() + 1));
    }
  }

  @SuppressWarnings("NullAway") // the resource is there, and a file of the archive has a folder
  private static void unpack(String resource, Path target) throws IOException {
    try (InputStream in = EarlierDataIT.class.getResourceAsStream(resource);
        var zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }
}
