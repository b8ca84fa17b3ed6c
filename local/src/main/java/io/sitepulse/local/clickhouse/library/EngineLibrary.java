package io.sitepulse.local.clickhouse.library;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code libchdb.so}, fetched once into a cache of the user's own.
 *
 * <pre>
 *  in the cache? ── yes ─────────────────────────────────────────▶ its path
 *        │ no
 *  lock ─▶ in the cache now? ─ no ─▶ room? ─▶ npm pack ─▶ integrity ─▶ unpack ─▶ move into place
 * </pre>
 *
 * The move is atomic: what is in the cache is whole. A fetch that died leaves only a folder named
 * {@code fetch-*}, which the next one removes.
 */
public final class EngineLibrary {
  /** Environment variable: the cache directory, instead of {@code ~/.cache/sitepulse}. */
  public static final String CACHE = "SITEPULSE_CACHE";

  /** Environment variable: a library file of one's own, used as it is and never fetched. */
  public static final String FILE = "SITEPULSE_CLICKHOUSE_LIBRARY";

  /** The packed file, twice (npm's copy and ours), and the unpacked library. */
  static final long NEEDED_BYTES = 1_000L << 20;

  private static final String NAME = "libchdb.so";
  private static final String FETCH = "fetch-";

  private final EnginePackage engine;
  private final Path cache;
  private final NpmPack npm;
  private final PrintStream progress;

  EngineLibrary(EnginePackage engine, Path cache, NpmPack npm, PrintStream progress) {
    this.engine = engine;
    this.cache = cache;
    this.npm = npm;
    this.progress = progress;
  }

  /**
   * The library for this machine, fetched now if it is not here yet, which takes a while and is
   * reported on standard error.
   *
   * @throws EngineUnavailableException with one line for people: no such platform, no npm, no
   *     network, no room, or not the file that it should be
   */
  public static Path ready() throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    String own = environment.get(FILE);
    if (own != null && !own.isBlank()) {
      return existing(Path.of(own));
    }
    EnginePackage engine =
        EnginePackage.of(
            System.getProperty("os.name"), System.getProperty("os.arch"), EnginePackage.isMusl());
    Path cache = cacheDirectory(environment, Path.of(System.getProperty("user.home")));
    return new EngineLibrary(engine, cache, new NpmPack("npm"), System.err).find();
  }

  private static Path existing(Path own) throws EngineUnavailableException {
    if (!Files.isReadable(own)) {
      throw new EngineUnavailableException(FILE + " names " + own + ", which cannot be read");
    }
    return own;
  }

  static Path cacheDirectory(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault(CACHE, "");
    if (!own.isBlank()) {
      return Path.of(own).toAbsolutePath();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
    return caches.resolve("sitepulse").toAbsolutePath();
  }

  Path find() throws IOException, InterruptedException {
    Path home = cache.resolve(engine.directory());
    Path library = home.resolve(NAME);
    if (Files.exists(library)) {
      return library;
    }
    engine.integrity(); // refuse before fetching what could not be checked
    try {
      Files.createDirectories(cache);
      fetchOnce(home);
      return library;
    } catch (EngineUnavailableException itself) {
      throw itself;
    } catch (IOException unusable) {
      throw new EngineUnavailableException(
          "The ClickHouse engine cannot be kept in " + cache + ": " + unusable, unusable);
    }
  }

  private void fetchOnce(Path home) throws IOException, InterruptedException {
    synchronized (EngineLibrary.class) { // a file lock is between processes, not threads
      try (FileChannel file = lockFile();
          FileLock held = lock(file)) {
        if (held.isValid() && Files.notExists(home.resolve(NAME))) {
          fetch(home);
        }
      }
    }
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        cache.resolve(engine.directory() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private FileLock lock(FileChannel file) throws IOException {
    FileLock lock = file.tryLock();
    if (lock == null) {
      progress.println("Another process is fetching the ClickHouse engine; waiting for it");
      lock = file.lock();
    }
    return lock;
  }

  private void fetch(Path target) throws IOException, InterruptedException {
    removeLeftovers();
    refuseWithoutRoom();
    Path work = Files.createTempDirectory(cache, FETCH);
    try {
      Path packed = npm.pack(engine, work, progress);
      Path unpacked = Files.createDirectory(work.resolve("unpacked"));
      progress.println("Checking and unpacking the ClickHouse engine");
      EngineArchive.unpack(packed, engine.integrity(), NAME, unpacked.resolve(NAME));
      Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
      progress.println("The ClickHouse engine is ready in " + target);
    } finally {
      remove(work);
    }
  }

  private void refuseWithoutRoom() throws IOException {
    long free = Files.getFileStore(cache).getUsableSpace();
    if (free < NEEDED_BYTES) {
      throw new EngineUnavailableException(
          "The ClickHouse engine needs %d MB in %s, where %d MB are free; make room or set %s"
              .formatted(NEEDED_BYTES >> 20, cache, free >> 20, CACHE));
    }
  }

  private void removeLeftovers() throws IOException {
    try (Stream<Path> inCache = Files.list(cache)) {
      List<Path> leftovers =
          inCache.filter(path -> path.getFileName().toString().startsWith(FETCH)).toList();
      for (Path leftover : leftovers) {
        remove(leftover);
      }
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
