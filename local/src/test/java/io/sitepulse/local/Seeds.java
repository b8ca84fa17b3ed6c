package io.sitepulse.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/** Seed files of tests. */
final class Seeds {
  private Seeds() {}

  /** Sites without a baseline, each in its zone. */
  static Path sites(Path folder, Map<String, ZoneId> zones) {
    String yaml =
        zones.entrySet().stream()
            .map(site -> "  - {id: " + site.getKey() + ", zone: \"" + site.getValue() + "\"}\n")
            .collect(Collectors.joining("", "sites:\n", "polls: []\n"));
    try {
      return Files.writeString(folder.resolve("seed.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
