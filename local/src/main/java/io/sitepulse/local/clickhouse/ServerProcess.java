package io.sitepulse.local.clickhouse;

import io.sitepulse.local.clickhouse.http.ClickHouseServerMain;
import io.sitepulse.local.clickhouse.http.ServerReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child process and its life. Its output goes to this class's logger. */
final class ServerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  /** HotSpot's remark on how the engine sets its signal handlers: expected, see ServerCommand. */
  private static final String EXPECTED = "the use of signal() and sigset() for signal chaining";

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Returns when the child listens. Throws {@link IOException} with the child's own reason. */
  static ServerProcess start(Path library, ClickHouseOptions options)
      throws IOException, InterruptedException {
    ProcessBuilder builder = ServerCommand.of(library, options);
    builder.environment().put(ClickHouseServerMain.PASSWORD, options.password());
    Process process = builder.start();
    CompletableFuture<Integer> ready = new CompletableFuture<>();
    pump("clickhouse-out", process.getInputStream(), ready);
    pump("clickhouse-err", process.getErrorStream(), new CompletableFuture<>());
    try {
      return new ServerProcess(process, ready.get(START.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException failed) {
      process.destroyForcibly();
      throw new IOException(reason(failed), failed);
    } catch (TimeoutException slow) {
      process.destroyForcibly();
      throw new IOException("ClickHouse did not start within " + START.toSeconds() + " s", slow);
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      throw stopped;
    }
  }

  private static String reason(ExecutionException failed) {
    Throwable cause = failed.getCause();
    return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
  }

  private static void pump(String name, InputStream stream, CompletableFuture<Integer> ready) {
    Thread thread = new Thread(() -> read(stream, ready), name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void read(InputStream stream, CompletableFuture<Integer> ready) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line, ready);
      }
    } catch (IOException closed) {
      LOG.debug("clickhouse output ended", closed);
    }
    ready.completeExceptionally(
        new IOException("ClickHouse ended while starting; its last words are in the log"));
  }

  private static void take(String line, CompletableFuture<Integer> ready) {
    ServerReport.port(line).ifPresent(ready::complete);
    ServerReport.failure(line)
        .ifPresent(reason -> ready.completeExceptionally(new IOException(reason)));
    if (!line.contains(EXPECTED)) {
      LOG.info("{}", line);
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Closes the child's standard input, which asks it to end. Kills the child if it does not end in
   * time.
   */
  void stop() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      LOG.debug("clickhouse input was closed", alreadyGone);
    }
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn("clickhouse did not end by itself and is killed");
      kill();
    }
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
