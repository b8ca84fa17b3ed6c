package io.sitepulse.local.clickhouse;

import io.sitepulse.local.clickhouse.http.ClickHouseServerMain;
import io.sitepulse.local.clickhouse.library.EngineLibrary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * ClickHouse for one machine and for tests. The engine runs in a child process behind ClickHouse's
 * own HTTP interface on a loopback port, so the ordinary driver is used here and in production.
 *
 * <p>The child ends with this process, however that ends. Its data survives {@code kill -9}.
 *
 * <p>Differences from a ClickHouse server:
 *
 * <ul>
 *   <li>there is one user
 *   <li>sessions ({@code session_id}) are refused
 *   <li>{@code INSERT ... SELECT ... FROM input()} is not implemented (code 48)
 *   <li>{@code query_id} is echoed but unknown to the engine
 *   <li>a response begins when its query has ended
 * </ul>
 */
public final class EmbeddedClickHouse implements AutoCloseable {
  private final Path library;
  private final ClickHouseOptions options;
  private ServerProcess process;

  private EmbeddedClickHouse(Path library, ClickHouseOptions options, ServerProcess process) {
    this.library = library;
    this.options = options.withPort(process.port());
    this.process = process;
  }

  /** Starts with default options. Port 0 takes any free port. */
  public static EmbeddedClickHouse start(Path dataDirectory, int port)
      throws IOException, InterruptedException {
    return start(ClickHouseOptions.in(dataDirectory).withPort(port));
  }

  /**
   * Starts, and returns when queries are answered. The first time on a machine it fetches the
   * engine, and says so on standard error.
   *
   * @throws IOException with one line for people: the engine cannot be had, the data directory or
   *     the port is in use
   */
  public static EmbeddedClickHouse start(ClickHouseOptions options)
      throws IOException, InterruptedException {
    Path library = EngineLibrary.ready();
    return new EmbeddedClickHouse(library, options, ServerProcess.start(library, options));
  }

  /** {@code http://127.0.0.1:PORT/}. */
  public URI httpUrl() {
    return URI.create("http://127.0.0.1:" + options.port() + "/");
  }

  /**
   * For {@code clickhouse-jdbc}, with {@link #user()} and {@link #password()}. Compression is off
   * in it: over loopback it only costs.
   */
  public String jdbcUrl() {
    return "jdbc:clickhouse://127.0.0.1:" + options.port() + "/default?compress=0";
  }

  public String user() {
    return ClickHouseServerMain.USER;
  }

  public String password() {
    return options.password();
  }

  public int port() {
    return options.port();
  }

  /** The child's process id. */
  public synchronized long pid() {
    return process.pid();
  }

  public synchronized boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit status when the child process ends. */
  public synchronized CompletableFuture<Integer> onExit() {
    return process.onExit();
  }

  /** Kills the child as {@code kill -9} does: for tests of what is left then. */
  public synchronized void kill() throws InterruptedException {
    process.kill();
  }

  /** Ends the child if it still runs, and starts another: same data, port and password. */
  public synchronized void restart() throws IOException, InterruptedException {
    process.stop();
    process = ServerProcess.start(library, options);
  }

  /** Stops the child after its running queries. The child has ended when this returns. */
  @Override
  public synchronized void close() {
    try {
      process.stop();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
