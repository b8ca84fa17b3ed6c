package io.sitepulse.local.clickhouse.http;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.sitepulse.local.clickhouse.engine.Engine;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The child process: the engine and its HTTP interface, until standard input ends.
 *
 * <p>Arguments: library file, data directory, port, memory limit in bytes. The password comes in
 * the environment, which other users cannot read, unlike arguments. Started by {@link
 * io.sitepulse.local.clickhouse.EmbeddedClickHouse}, which knows the rest of its command line.
 */
public final class ClickHouseServerMain {
  /** Environment variable with the password that clients must show. */
  public static final String PASSWORD = "SITEPULSE_CLICKHOUSE_PASSWORD";

  /** The only user. */
  public static final String USER = "default";

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private ClickHouseServerMain() {}

  /** The parts of the C library needed here. */
  private interface LibC extends Library {
    int setsid();
  }

  public static void main(String[] arguments) {
    PrintStream report = System.out;
    System.setOut(System.err); // what the engine or a library prints must not look like a report
    int status = 1;
    try {
      leaveTerminal();
      serve(arguments, report);
      status = 0;
    } catch (IOException | RuntimeException | UnsatisfiedLinkError failed) {
      report.println(ServerReport.failed(String.valueOf(failed.getMessage())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    report.flush();
    Runtime.getRuntime().halt(status); // no exit hooks: the engine aborts in its own
  }

  /**
   * Moves this process out of the terminal's process group. Ctrl-C then reaches only the parent,
   * which may still have data to write.
   */
  private static void leaveTerminal() {
    Native.load("c", LibC.class).setsid();
  }

  private static void serve(String[] arguments, PrintStream report)
      throws IOException, InterruptedException {
    Password password =
        new Password(USER, Objects.requireNonNull(System.getenv(PASSWORD), PASSWORD));
    Workers workers = new Workers();
    Vertx vertx = Vertx.vertx();
    try (DataDirectory held = DataDirectory.hold(Path.of(arguments[1]))) {
      Engine engine = Engine.open(Path.of(arguments[0]), held.path(), Long.parseLong(arguments[3]));
      var http = new ClickHouseHttp(vertx, password, new QueryRunner(engine), workers);
      HttpServer server = http.listen(Integer.parseInt(arguments[2]));
      report.println(ServerReport.ready(server.actualPort()));
      awaitParentsEnd();
      boolean idle = workers.finish(STOP_TIMEOUT); // answers what runs, refuses what comes
      server.close();
      if (idle) {
        engine.close();
      }
    }
  }

  /**
   * Waits for the end of standard input. The parent holds it open and never writes, so its end is
   * the end of the parent.
   */
  private static void awaitParentsEnd() throws IOException {
    System.in.transferTo(PrintStream.nullOutputStream());
  }

  static {
    System.setProperty("jna.encoding", StandardCharsets.UTF_8.name());
  }
}
