package io.sitepulse.local.clickhouse.engine;

import com.sun.jna.Pointer;
import java.nio.file.Path;

/**
 * The engine, running in this process over one data directory.
 *
 * <p>One connection stays open from {@link #open} to {@link #close}: closing the last one shuts the
 * engine down, and it is meant to start once a process. Further ones are cheap (0.5 ms), so each
 * request has its own and no setting leaks from one to the next.
 */
public final class Engine implements AutoCloseable {
  private final ChdbLibrary library;
  private final String[] arguments;
  private final Pointer anchor;

  private Engine(ChdbLibrary library, String[] arguments, Pointer anchor) {
    this.library = library;
    this.arguments = arguments;
    this.anchor = anchor;
  }

  /**
   * Boots the engine.
   *
   * @param maxMemoryBytes memory limit of all queries together. A query that would exceed it fails
   * @throws EngineException if the directory cannot be opened
   */
  public static Engine open(Path libraryFile, Path dataDirectory, long maxMemoryBytes) {
    ChdbLibrary library = ChdbLibrary.load(libraryFile);
    String[] arguments = {
      "clickhouse", "--path=" + dataDirectory, "--max_server_memory_usage=" + maxMemoryBytes
    };
    return new Engine(library, arguments, connect(library, arguments));
  }

  private static Pointer connect(ChdbLibrary library, String[] arguments) {
    Pointer holder = library.connect(arguments.length, arguments.clone());
    if (holder == null || holder.getPointer(0) == null) {
      throw new EngineException(
          ErrorCode.UNKNOWN_EXCEPTION, "The engine could not open " + arguments[1]);
    }
    return holder;
  }

  /** The library's version, such as {@code 26.7.3}. */
  public String version() {
    return library.version();
  }

  /** A fresh session, with the default database and settings. */
  public synchronized EngineConnection connect() {
    return new EngineConnection(this, library, connect(library, arguments));
  }

  synchronized void close(Pointer connection) {
    library.closeConn(connection);
  }

  /** Shuts the engine down. No connection may be open: the engine would abort the process. */
  @Override
  public void close() {
    close(anchor);
  }
}
