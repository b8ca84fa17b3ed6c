package io.sitepulse.local.chaos.process;

import io.sitepulse.local.chaos.machine.SocketOwners;
import io.sitepulse.local.chaos.plan.Role;
import io.sitepulse.local.instance.StartException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process that is started, killed and paused. Signals reach its children too. It is started again
 * with the same ports and folders. Thread-safe.
 */
public final class ManagedProcess implements AutoCloseable {
  private static final int STOP_SECONDS = 40;
  private static final String MAIN = "io.sitepulse.local.cli.SitepulseCommand";

  private final Role role;
  private final String name;
  private final int port;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process process;
  private boolean wanted;
  private long mayEndUntil = System.nanoTime();

  /**
   * Creates a process that does not run yet.
   *
   * @param name name of the process and of its log
   * @param port port of its clients on loopback
   * @param arguments arguments of the command {@code sitepulse}
   */
  ManagedProcess(
      Role role,
      String name,
      int port,
      List<String> arguments,
      Map<String, String> environment,
      Path logs) {
    this.role = role;
    this.name = name;
    this.port = port;
    this.command = command(arguments);
    this.environment = Map.copyOf(environment);
    this.log = logs.resolve(name + ".log");
  }

  private static List<String> command(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Many processes start on few cores, again and again.
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    return List.copyOf(command);
  }

  public Role role() {
    return role;
  }

  /** Name for people, such as {@code streams-2}. */
  public String name() {
    return name;
  }

  /** Base URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  /** Starts it. Does nothing if it runs. */
  public synchronized void start() {
    wanted = true;
    if (isRunning()) {
      return;
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new StartException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Starts it again if it ended by itself, and tells whether it did. */
  synchronized boolean startAgainIfEnded() {
    if (!wanted || isRunning()) {
      return false;
    }
    start();
    return true;
  }

  /**
   * Lets it end by itself for a time, because its disk is full. It is started again all the same.
   */
  public synchronized void mayEndFor(Duration time) {
    mayEndUntil = System.nanoTime() + time.toNanos();
  }

  /** Tells if it may end by itself now. */
  synchronized boolean mayEnd() {
    return System.nanoTime() - mayEndUntil < 0;
  }

  /** Tells whether it runs and has the socket with a local port. */
  synchronized boolean hasPort(int socket) {
    return process != null && process.isAlive() && SocketOwners.hasPort(process.pid(), socket);
  }

  /** Tells if it should run. */
  synchronized boolean isWanted() {
    return wanted;
  }

  /** Tells if it runs, paused or not. */
  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Kills it and its children, as {@code kill -9} does. */
  public synchronized void kill() throws InterruptedException {
    wanted = false;
    if (process != null) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly().waitFor();
      children.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle child : children) {
        awaitEnd(child);
      }
    }
  }

  private static void awaitEnd(ProcessHandle child) throws InterruptedException {
    try {
      child.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new StartException("a child of a killed process does not end: " + e, e);
    }
  }

  /** Sends SIGSTOP to it and its children. */
  public synchronized void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Sends SIGCONT to it and its children. */
  public synchronized void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    if (process == null || !process.isAlive()) {
      return;
    }
    var kill = new ArrayList<>(List.of("kill", "-" + signal));
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .forEach(handle -> kill.add(Long.toString(handle.pid())));
    new ProcessBuilder(kill).inheritIO().start().waitFor();
  }

  /** Asks it to end by SIGTERM, and kills it if it does not in time. */
  public synchronized void stop() throws InterruptedException {
    wanted = false;
    if (process != null) {
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    }
  }

  /** Kills it. What it wrote is looked at before. */
  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
