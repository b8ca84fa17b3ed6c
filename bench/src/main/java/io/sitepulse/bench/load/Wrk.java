package io.sitepulse.bench.load;

import io.sitepulse.bench.process.ChildProcess;
import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The load generator wrk, a program in C with few CPU seconds of its own. It keeps one request open
 * on each connection.
 */
public final class Wrk {
  private static final int MOST_THREADS = 2;

  private final Path folder;
  private int runs;

  /**
   * Prepares.
   *
   * @param folder for scripts and output
   */
  public Wrk(Path folder) {
    this.folder = folder;
  }

  /**
   * Load of page views.
   *
   * @param connections open connections
   * @param batch events in a request
   * @param visitors equally likely visitors
   */
  public record Events(int connections, int batch, int visitors) {
    /** The load in words, for the name of a comparison. */
    public String text() {
      return connections + " connections" + (batch == 1 ? "" : ", batches of " + batch);
    }
  }

  /** Posts page views to a collector. Each call makes event ids of its own. */
  public WrkResult post(URI target, Events load, String site, int seconds)
      throws IOException, InterruptedException {
    runs++;
    return run(
        target.resolve("/api/events"),
        "events.lua",
        load.connections(),
        seconds,
        List.of(
            target.getAuthority(),
            Integer.toString(runs),
            Integer.toString(load.batch()),
            Integer.toString(load.visitors()),
            site));
  }

  /** Requests a URL again and again. */
  public WrkResult get(URI url, int connections, int seconds)
      throws IOException, InterruptedException {
    return run(url, "get.lua", connections, seconds, List.of());
  }

  private WrkResult run(
      URI url, String script, int connections, int seconds, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.addAll(List.of("wrk", "--threads", Integer.toString(MOST_THREADS)));
    command.addAll(List.of("--connections", Integer.toString(connections)));
    command.addAll(List.of("--duration", seconds + "s", "--timeout", "15s"));
    command.addAll(List.of("--script", script(script).toString(), url.toString(), "--"));
    command.addAll(arguments);
    Files.deleteIfExists(folder.resolve("wrk.log"));
    try (var wrk = started(command)) {
      int exit = wrk.await();
      if (exit != 0) {
        throw new IOException("wrk failed with exit code " + exit + ": " + wrk.output());
      }
      return WrkResult.parse(wrk.output());
    }
  }

  private ChildProcess started(List<String> command) {
    try {
      return ChildProcess.start("wrk", folder, Map.of(), command);
    } catch (IOException e) {
      throw new StartException(
          "wrk does not start. Install it (Debian: apt install wrk; macOS: brew install wrk): "
              + e.getMessage(),
          e);
    }
  }

  private Path script(String name) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name);
    try (InputStream script = Wrk.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IOException("the script " + name + " is missing in the program");
      }
      Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
