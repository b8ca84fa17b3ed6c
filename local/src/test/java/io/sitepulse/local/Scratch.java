package io.sitepulse.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** An empty folder that is gone once it is closed: for those whom JUnit gives none. */
public record Scratch(Path folder) implements AutoCloseable {
  /**
   * Makes one.
   *
   * @param name of what it is for
   */
  public static Scratch of(String name) throws IOException {
    return new Scratch(Files.createTempDirectory("sitepulse-" + name));
  }

  @Override
  public void close() {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
