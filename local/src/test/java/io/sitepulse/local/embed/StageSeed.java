package io.sitepulse.local.embed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The sites and polls of the stage, one for each test that must not be disturbed. */
final class StageSeed {
  private static final Duration SOON = Duration.ofSeconds(45);

  private StageSeed() {}

  /**
   * Writes what the program comes with, for the demo's pages, and the stage's own. Every site is
   * where it is about noon, so that no test has a midnight in it.
   */
  static Path write(Path folder, Instant now) throws IOException {
    int hour = now.atOffset(ZoneOffset.UTC).getHour();
    String[] ours =
        text("seed.yaml")
            .replace("{noon}", ZoneOffset.ofHours(12 - hour).getId())
            .replace("{soon}", now.plus(SOON).toString())
            .split("(?m)^polls:\n", 2);
    String both =
        text("/io/sitepulse/dashboard/definition/seed.yaml").replaceFirst("(?m)^sites:\n", ours[0]);
    return Files.writeString(folder.resolve("seed.yaml"), both + ours[1]);
  }

  private static String text(String name) throws IOException {
    try (InputStream in = StageSeed.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Gives the polls that are looked at some ballots; those that close soon while they can. */
  static void vote(PublicSide api) {
    await().until(() -> api.get("/api/polls/closes-soon").statusCode() == 200);
    for (String poll :
        List.of("closes-soon", "closes-soon-hidden", "open", "voted", "final", "after-voting")) {
      api.vote(poll, 6, List.of("useful"));
      api.vote(poll, 3, List.of("easy"));
      api.vote(poll, 1, List.of("rich"));
    }
    api.vote("several", 5, List.of("useful", "easy"));
    api.vote("several", 2, List.of("rich"));
    await().until(() -> api.participants("open") == 10 && api.participants("several") == 7);
  }
}
