package io.sitepulse.bench.process;

import io.sitepulse.local.instance.StartException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process. Its output is in a log file. It does not outlive this JVM. */
public final class ChildProcess implements AutoCloseable {
  private static final int STOP_SECONDS = 30;
  private static final int TAIL = 8;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread hook;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.hook = new Thread(() -> end(process), "end-" + name);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a program of this class path in a JVM with the flags of a service. */
  public static ChildProcess java(
      String name, Path logs, Map<String, String> environment, String main, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx768m",
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    command.addAll(flagsOfNewerVersions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return start(name, logs, environment, command);
  }

  /** The flags that the script gives the program too. */
  private static List<String> flagsOfNewerVersions() {
    var flags = new ArrayList<String>();
    int version = Runtime.version().feature();
    if (version >= 22) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    if (version >= 24) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }

  /** Starts a command. Its standard output and error go to a file named by it. */
  public static ChildProcess start(
      String name, Path logs, Map<String, String> environment, List<String> command)
      throws IOException {
    Path log = Files.createDirectories(logs).resolve(name + ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().putAll(environment);
    return new ChildProcess(name, builder.start(), log);
  }

  /** CPU time and memory until now. */
  public ProcessUsage usage() {
    return ProcessUsage.of(process.toHandle());
  }

  /**
   * Checks that the process still runs.
   *
   * @throws StartException with the last lines of its log if it ended
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new StartException(
          name + " ended with exit code " + process.exitValue() + ":\n" + tail());
    }
  }

  /** Waits until the process has ended and returns its exit code. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Returns the output until now. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  /** Asks the process to stop, and ends it and its descendants if it does not in 30 s. */
  @Override
  public void close() {
    end(process);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      assert !process.isAlive() : "the JVM ends, and the hook has ended the process";
    }
  }

  private static void end(Process process) {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }
}
