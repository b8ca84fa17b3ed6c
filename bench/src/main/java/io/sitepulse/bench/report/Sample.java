package io.sitepulse.bench.report;

/**
 * The measured values of one run of one side.
 *
 * @param events completed units of work: events, rows, answers or messages
 * @param seconds measured time
 * @param cpuSeconds CPU time of the measured program
 * @param sharedCpuSeconds CPU time of the broker and ClickHouse, which both sides use alike
 * @param peakMemoryBytes largest resident memory of the measured program, 0 if unknown
 */
public record Sample(
    double events,
    double seconds,
    double cpuSeconds,
    double sharedCpuSeconds,
    long peakMemoryBytes) {
  private static final double HUNDRED_THOUSAND = 100_000;

  public Sample {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("a run must take some time, not " + seconds + " s");
    }
    if (events < 0) {
      throw new IllegalArgumentException("events must not be negative: " + events);
    }
  }

  /** Units of work in a second. */
  public double rate() {
    return events / seconds;
  }

  /** CPU seconds of the measured program for 100,000 units of work. */
  public double cpuPerHundredThousand() {
    return per(cpuSeconds);
  }

  /** The same with the broker and ClickHouse. */
  public double allCpuPerHundredThousand() {
    return per(cpuSeconds + sharedCpuSeconds);
  }

  private double per(double cpu) {
    return events == 0 ? 0 : cpu * HUNDRED_THOUSAND / events;
  }
}
