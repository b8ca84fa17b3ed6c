package io.sitepulse.bench.process;

import io.sitepulse.bench.report.Sample;
import java.util.List;

/** Measures time, CPU time and memory of a run. */
public final class Meter {
  private static final double NANOS = 1e9;

  private final List<ChildProcess> programs;
  private final List<ChildProcess> shared;
  private final long begun = System.nanoTime();
  private final double programCpu;
  private final double sharedCpu;

  private Meter(List<ChildProcess> programs, List<ChildProcess> shared) {
    this.programs = List.copyOf(programs);
    this.shared = List.copyOf(shared);
    this.programCpu = cpu(this.programs);
    this.sharedCpu = cpu(this.shared);
  }

  /**
   * Begins to measure.
   *
   * @param programs the measured programs
   * @param shared broker and ClickHouse
   */
  public static Meter begin(List<ChildProcess> programs, List<ChildProcess> shared) {
    return new Meter(programs, shared);
  }

  /** Returns the seconds since the begin. */
  public double seconds() {
    return (System.nanoTime() - begun) / NANOS;
  }

  /** Ends with the completed units of work, in the time since the begin. */
  public Sample end(double events) {
    return end(events, seconds());
  }

  /** Ends with the completed units of work, in a time that the load measured. */
  public Sample end(double events, double seconds) {
    programs.forEach(ChildProcess::requireAlive);
    shared.forEach(ChildProcess::requireAlive);
    long peak = programs.stream().mapToLong(program -> program.usage().peakMemoryBytes()).sum();
    return new Sample(events, seconds, cpu(programs) - programCpu, cpu(shared) - sharedCpu, peak);
  }

  private static double cpu(List<ChildProcess> processes) {
    return processes.stream().mapToDouble(process -> process.usage().cpu().toNanos() / NANOS).sum();
  }
}
