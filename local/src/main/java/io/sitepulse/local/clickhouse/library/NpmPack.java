package io.sitepulse.local.clickhouse.library;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fetches a package with {@code npm pack}: npm's own configuration says from where, through which
 * proxy and with which credentials. Runs none of the package's scripts.
 */
final class NpmPack {
  /** Approximate size of the packed engine, used only for the progress line. */
  private static final long EXPECTED_MEGABYTES = 178;

  private static final long REPORT_SECONDS = 2;
  private static final String NPM_CACHE = "npm";

  private final String command;

  /** The command to run, {@code npm}, is a parameter for tests. */
  NpmPack(String command) {
    this.command = command;
  }

  /** Fetches into {@code work} and returns the packed file, unchecked. */
  Path pack(EnginePackage engine, Path work, PrintStream progress)
      throws IOException, InterruptedException {
    Path log = work.resolve("npm.log");
    Process npm = start(engine, work, log);
    try {
      progress.println("Fetching the ClickHouse engine (once): " + engine.specification());
      while (!npm.waitFor(REPORT_SECONDS, TimeUnit.SECONDS)) {
        long megabytes = Math.min(EXPECTED_MEGABYTES, arrived(work.resolve(NPM_CACHE)) / 1_000_000);
        progress.printf("  %d of %d MB%n", megabytes, EXPECTED_MEGABYTES);
      }
    } finally {
      npm.destroy();
    }
    if (npm.exitValue() != 0) {
      throw new EngineUnavailableException(NpmFailure.line(Files.readString(log)));
    }
    return packed(work);
  }

  private Process start(EnginePackage engine, Path work, Path log)
      throws EngineUnavailableException {
    List<String> line =
        List.of(
            command,
            "pack",
            engine.specification(),
            "--ignore-scripts",
            "--no-update-notifier",
            "--fetch-retries=2",
            "--fetch-retry-mintimeout=1000",
            "--fetch-retry-maxtimeout=5000",
            "--pack-destination=" + work,
            "--cache=" + work.resolve(NPM_CACHE)); // ours, so that what arrives can be measured
    try {
      return new ProcessBuilder(line)
          .directory(work.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException missing) {
      throw new EngineUnavailableException(
          "npm is needed to fetch the ClickHouse engine, and there is none: install Node.js with"
              + " npm",
          missing);
    }
  }

  /** Bytes below a directory that npm is writing to, so that files come and go. */
  private static long arrived(Path directory) {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.mapToLong(NpmPack::size).sum();
    } catch (IOException | UncheckedIOException changing) {
      return 0;
    }
  }

  private static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static Path packed(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new NoSuchFileException(work.toString(), null, "npm packed nothing"));
    }
  }
}
