package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the fixture of a release for {@link EarlierDataIT}, see {@code docs/operate.md}: a data
 * folder with 20 views of five visitors, a duplicate, three votes of which one was changed, and all
 * of it in ClickHouse. Runs only with {@code -Dmake.data=FILE.zip}.
 */
@EnabledIfSystemProperty(named = "make.data", matches = ".+")
class MakeEarlierDataIT {
  static final String SITE = "kept";
  static final String POLL = "kept-poll";
  static final Reader.Sums SUMS = new Reader.Sums(20, 5, 5);

  @Test
  void makesTheFixture(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    var options =
        SitepulseOptions.in(data).with("SITEPULSE_DEFINITIONS_SEED", seed(folder).toString());
    try (var pulse = Sitepulse.start(options)) {
      var reader = new Reader(pulse);
      for (int i = 0; i < SUMS.views(); i++) {
        assertThat(send(reader, new UUID(7, i), "192.0.2." + i % SUMS.visitors())).isEqualTo(202);
      }
      assertThat(send(reader, new UUID(7, 0), "192.0.2.0")).isEqualTo(202);
      for (String choice : List.of("a", "a", "b")) {
        assertThat(vote(reader, UUID.randomUUID(), choice)).isEqualTo(202);
      }
      UUID voter = UUID.randomUUID();
      assertThat(vote(reader, voter, "b")).isEqualTo(202);
      assertThat(vote(reader, voter, "a")).isEqualTo(202);
      await()
          .untilAsserted(
              () -> {
                assertThat(reader.stored(SITE)).isEqualTo(SUMS);
                assertThat(reader.duplicates(SITE)).isEqualTo(1);
                assertThat(reader.get("/api/polls/" + POLL).at("/options/0/ballots").asInt())
                    .isEqualTo(3);
                assertThat(reader.audit(SITE)).endsWith("exit 0");
              });
    }
    EarlierData.pack(data, Path.of(System.getProperty("make.data", "")));
  }

  private static int send(Reader reader, UUID id, String address) {
    String event = "{\"id\":\"%s\",\"site\":\"%s\",\"page\":\"/a\"}".formatted(id, SITE);
    return reader.post("/api/events", event, address);
  }

  private static int vote(Reader reader, UUID voter, String choice) {
    String vote =
        "{\"id\":\"%s\",\"voter\":\"%s\",\"choices\":[\"%s\"]}"
            .formatted(UUID.randomUUID(), voter, choice);
    return reader.post("/api/polls/" + POLL + "/votes", vote, "192.0.2.9");
  }

  private static Path seed(Path folder) throws Exception {
    return Files.writeString(
        folder.resolve("seed.yaml"),
        """
        sites:
          - {id: %s, zone: "UTC"}
        polls:
          - id: %s
            site: %s
            question: Q
            options: [{id: a, label: A}, {id: b, label: B}]
            visibility: always
            changeable: true
        """
            .formatted(SITE, POLL, SITE));
  }
}
