package io.sitepulse.local.backup;

import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data folder that is being filled. It was empty before, so a failed restore empties it again. A
 * marker keeps an instance from starting with a folder whose restore was killed.
 */
public final class RestoredFolder implements AutoCloseable {
  private static final String MARKER = "restore-unfinished";
  private static final String REBUILDING = "rebuild-unfinished";

  private final Path data;
  private boolean complete;

  private RestoredFolder(Path data) {
    this.data = data;
  }

  /**
   * Begins to fill a folder.
   *
   * @throws BackupException if it has content
   */
  public static RestoredFolder begin(Path data) throws IOException {
    Files.createDirectories(data);
    try (Stream<Path> content = Files.list(data)) {
      if (content.findAny().isPresent()) {
        throw new BackupException(
            "the folder " + data + " is not empty: a restore needs a new or an empty one");
      }
    }
    Files.createFile(data.resolve(MARKER));
    return new RestoredFolder(data);
  }

  /**
   * Checks that no restore into a folder was killed.
   *
   * @throws StartException if one was
   */
  public static void requireFinished(Path data) {
    if (Files.exists(data.resolve(MARKER))) {
      throw new StartException(
          "a restore into "
              + data
              + " did not end: empty the folder and run ./sitepulse restore again");
    }
    if (Files.exists(data.resolve(REBUILDING))) {
      throw new StartException(
          "a rebuild of Kafka in "
              + data
              + " did not end: delete the folder kafka in it, not clickhouse, and run"
              + " ./sitepulse rebuild --kafka again");
    }
  }

  /** Notes that Kafka is being rebuilt in a folder. {@link #rebuilt} takes that back. */
  public static void rebuilding(Path data) throws IOException {
    if (!Files.exists(data.resolve(REBUILDING))) {
      Files.createFile(data.resolve(REBUILDING));
    }
  }

  /** Notes that Kafka is rebuilt. */
  public static void rebuilt(Path data) throws IOException {
    Files.delete(data.resolve(REBUILDING));
  }

  /** Notes that everything is restored. */
  public void finish() throws IOException {
    Files.delete(data.resolve(MARKER));
    complete = true;
  }

  @Override
  public void close() throws IOException {
    if (!complete) {
      List<Path> content;
      try (Stream<Path> walk = Files.walk(data)) {
        content =
            walk.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(data)).toList();
      }
      for (Path file : content) {
        Files.deleteIfExists(file);
      }
    }
  }
}
