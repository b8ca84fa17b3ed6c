package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of a poll is kept for ever. */
class ClosedPollIT {
  private static final String POLL =
      """
      sites: [{id: demo}]
      polls:
        - id: done
          site: demo
          question: Theo bạn thông tin nội dung website thế nào?
          options: [{id: useful, label: Hữu ích}, {id: easy, label: %s}]
          closes: %s
      """;

  @Test
  void itIsThereAfterTheCloseAndAStartAnewAndASeedThatChangedDoesNotTouchIt(@TempDir Path folder)
      throws Exception {
    Clock clock = Clock.systemUTC();
    String closes = clock.instant().plus(Duration.ofMinutes(30)).toString();
    Path seed = Files.writeString(folder.resolve("seed.yaml"), POLL.formatted("Dễ dùng", closes));
    var options =
        SitepulseOptions.in(folder.resolve("data"))
            .with("SITEPULSE_DEFINITIONS_SEED", seed.toString());
    try (var pulse = Sitepulse.start(options.withClock(clock))) {
      var api = new PublicSide(pulse.url());
      await().until(() -> api.get("/api/polls/done").statusCode() == 200);
      api.vote("done", 3, List.of("useful"));
      api.vote("done", 1, List.of("easy"));
      await().until(() -> api.participants("done") == 4);
      assertThat(cleanup(pulse)).isEqualTo("compact");
    }
    Files.writeString(seed, POLL.formatted("Khó dùng", closes));
    var later = options.withClock(Clock.offset(clock, Duration.ofHours(1)));
    try (var pulse = Sitepulse.start(later.withoutCounting())) {
      var api = new PublicSide(pulse.url());
      await().until(() -> api.participants("done") == 4);
      String poll = api.get("/api/polls/done").body();
      assertThat(poll).contains("\"closed\"", "Dễ dùng").doesNotContain("Khó dùng");
      assertThat(api.ballots("done", "useful")).isEqualTo(3);
      assertThat(api.ballots("done", "easy")).isEqualTo(1);
    }
  }

  /** Stores the tallies as the broker does: the last one of each poll, whatever its age. */
  private static String cleanup(Sitepulse pulse) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.POLL_TALLIES.name());
    try (var admin = Admin.create(pulse.kafka().client())) {
      var config = admin.describeConfigs(List.of(topic)).values().get(topic);
      return Objects.requireNonNull(config).get().get("cleanup.policy").value();
    }
  }
}
