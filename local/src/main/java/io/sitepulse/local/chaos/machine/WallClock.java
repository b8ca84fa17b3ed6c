package io.sitepulse.local.chaos.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The wall clock of a process, set by libfaketime. Its clock for durations stays as it is.
 * Thread-safe.
 */
public final class WallClock {
  /** The process reads the file again after this time. */
  private static final String READ_AGAIN_SECONDS = "1";

  private static final long UNCERTAIN = Duration.ofSeconds(3).toNanos();

  /** The variant for many threads takes 7 µs for each reading of a clock, this one 0.3. */
  private static final String LIBRARY = "faketime/libfaketime.so.1";

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu"),
          Path.of("/usr/lib/aarch64-linux-gnu"),
          Path.of("/usr/lib64"),
          Path.of("/usr/lib"),
          Path.of("/usr/local/lib"));

  private final Path file;
  private Duration offset = Duration.ZERO;
  private Duration before = Duration.ZERO;
  private long changed = System.nanoTime() - UNCERTAIN;

  /**
   * Creates a clock that is right.
   *
   * @param file file that tells the process its time
   */
  public WallClock(Path file) throws IOException {
    this.file = file;
    write();
  }

  /** Returns the library that does it, if it is installed. */
  public static Optional<Path> library() {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(LIBRARY))
        .filter(Files::exists)
        .findFirst();
  }

  /**
   * Environment of the process. Without the last setting, waits of Java end at once, and its
   * threads take the whole processor.
   */
  public Map<String, String> environment(Path library) {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        READ_AGAIN_SECONDS,
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /** Sets the clock ahead, or back if negative. */
  public synchronized void set(Duration offset) throws IOException {
    this.before = this.offset;
    this.offset = offset;
    this.changed = System.nanoTime();
    write();
  }

  /**
   * Returns by how much it may be ahead now. After a change the process may still have the old
   * time.
   */
  public synchronized Set<Duration> offsets() {
    boolean certain = offset.equals(before) || System.nanoTime() - changed > UNCERTAIN;
    return certain ? Set.of(offset) : Set.of(offset, before);
  }

  private void write() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, "%+d\n".formatted(offset.toSeconds()));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
