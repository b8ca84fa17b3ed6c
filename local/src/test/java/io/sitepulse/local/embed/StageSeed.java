package io.sitepulse.local.embed;

import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The sites and polls of the stage, one for each test that must not be disturbed. */
final class StageSeed {
  private static final Duration CLOSED_FOR = Duration.ofHours(1);

  private StageSeed() {}

  /**
   * Writes what the program comes with, for the demo's pages, and the stage's own. Every site is
   * where it is about noon, so that no test has a midnight in it.
   */
  static Path write(Path folder, Instant now) throws IOException {
    int hour = now.atOffset(ZoneOffset.UTC).getHour();
    String[] ours =
        text("seed.yaml")
            .replace("{noon}", zone(12 - hour))
            .replace("{closed}", now.minus(CLOSED_FOR).toString())
            .split("(?m)^polls:\n", 2);
    String both =
        text("/io/sitepulse/dashboard/seed/seed.yaml").replaceFirst("(?m)^sites:\n", ours[0]);
    return Files.writeString(folder.resolve("seed.yaml"), both + ours[1]);
  }

  /** The sign of these names is the opposite of that of an offset. */
  private static String zone(int ahead) {
    return ahead == 0 ? "Etc/UTC" : "Etc/GMT%+d".formatted(-ahead);
  }

  private static String text(String name) throws IOException {
    try (InputStream in = StageSeed.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Gives the polls some ballots. Closed polls get theirs before they closed. */
  static void vote(PublicSide api, KafkaConfig kafka, Instant now) {
    await().until(() -> api.get("/api/polls/still").statusCode() == 200);
    for (String poll : List.of("closed", "closed-hidden")) {
      voteBefore(kafka, poll, now.minus(CLOSED_FOR.multipliedBy(2)));
    }
    for (String poll : List.of("open", "voted", "final", "after-voting")) {
      api.vote(poll, 6, List.of("useful"));
      api.vote(poll, 3, List.of("easy"));
      api.vote(poll, 1, List.of("rich"));
    }
    api.vote("several", 5, List.of("useful", "easy"));
    api.vote("several", 2, List.of("rich"));
    await()
        .until(
            () ->
                api.participants("open") == 10
                    && api.participants("several") == 7
                    && api.participants("closed") == 10);
  }

  /** Votes that were cast before the poll closed. */
  private static void voteBefore(KafkaConfig kafka, String poll, Instant at) {
    try (var producer =
        new KafkaProducer<>(
            kafka.client(), new StringSerializer(), Topics.POLL_VOTES.value().serializer())) {
      for (int voter = 0; voter < 10; voter++) {
        String name = "%032x".formatted(voter + 1);
        var choice = List.of(voter < 6 ? "useful" : voter < 9 ? "easy" : "rich");
        var vote = new PollVote(PollVote.VERSION, UUID.randomUUID(), poll, name, choice, at);
        Future<?> sent =
            producer.send(
                new ProducerRecord<>(Topics.POLL_VOTES.name(), Topics.key(poll, name), vote));
        await().until(sent::isDone);
      }
    }
  }
}
