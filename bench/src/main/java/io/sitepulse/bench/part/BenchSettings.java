package io.sitepulse.bench.part;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of a run.
 *
 * @param quick true if the run is shorter than a result to be published needs
 * @param runs runs of each side, in turn
 * @param warmUp time that each JVM works before it is measured
 * @param measured time of one measured run
 * @param settle longest time until everything accepted is counted and stored
 * @param folder empty folder for all data of the run
 */
public record BenchSettings(
    boolean quick, int runs, Duration warmUp, Duration measured, Duration settle, Path folder) {
  /** Fewest runs of a result to be published. */
  public static final int DEFAULT_RUNS = 5;

  private static final int QUICK_RUNS = 3;

  public BenchSettings {
    if (runs < 1) {
      throw new IllegalArgumentException("there must be a run, not " + runs);
    }
  }

  /** The settings of a full run. */
  public static BenchSettings full(Path folder) {
    return new BenchSettings(
        false,
        DEFAULT_RUNS,
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Duration.ofMinutes(15),
        folder);
  }

  /** The settings of a quick run. */
  public static BenchSettings quick(Path folder) {
    return new BenchSettings(
        true,
        QUICK_RUNS,
        Duration.ofSeconds(8),
        Duration.ofSeconds(2),
        Duration.ofMinutes(4),
        folder);
  }

  /** Returns a copy with another number of runs. */
  public BenchSettings withRuns(int number) {
    return new BenchSettings(quick, number, warmUp, measured, settle, folder);
  }

  /** Returns a copy with another folder. */
  public BenchSettings in(Path other) {
    return new BenchSettings(quick, runs, warmUp, measured, settle, other);
  }

  /** Whole seconds of a measured run, at least 1. */
  public int measuredSeconds() {
    return Math.toIntExact(Math.max(1, measured.toSeconds()));
  }

  /** Whole seconds of the warm-up, at least 1. */
  public int warmUpSeconds() {
    return Math.toIntExact(Math.max(1, warmUp.toSeconds()));
  }

  /** The settings as a line for people. It says where they are less than a full run has. */
  public String text() {
    String common =
        runs
            + " runs a side in turn, "
            + measuredSeconds()
            + " s each, after a warm-up of "
            + warmUpSeconds()
            + " s a JVM";
    String fewer = runs < DEFAULT_RUNS ? " (fewer than " + DEFAULT_RUNS + " runs)" : "";
    return (quick ? "QUICK, not to be published: " : "") + common + fewer;
  }
}
