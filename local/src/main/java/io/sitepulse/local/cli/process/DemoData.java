package io.sitepulse.local.cli.process;

import io.sitepulse.local.instance.DataLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demo's own data folder, emptied at each start. */
public final class DemoData {
  private DemoData() {}

  /**
   * Empties the folder.
   *
   * @throws io.sitepulse.local.instance.StartException if a demo runs with it
   */
  public static Path fresh(Path cache) throws IOException {
    Path folder = cache.resolve("demo");
    try (var lock = DataLock.take(folder)) {
      lock.say("pid " + ProcessHandle.current().pid() + ", starting");
      for (Path old : contents(folder)) {
        Files.deleteIfExists(old);
      }
    }
    return folder;
  }

  private static List<Path> contents(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(path -> !path.equals(folder))
          .filter(path -> !path.getFileName().toString().equals("lock"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
