package io.sitepulse.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a run of the benchmark.
 *
 * @param begun start of the run
 * @param settings the run's settings as a line for people
 * @param machine cores, memory and Java version as a line for people
 * @param comparisons product beside ceiling, in the order of the parts
 * @param figures values without a ceiling
 * @param audits all audits
 */
public record BenchReport(
    Instant begun,
    String settings,
    String machine,
    List<Comparison> comparisons,
    List<Figure> figures,
    List<AuditOutcome> audits) {
  public BenchReport {
    comparisons = List.copyOf(comparisons);
    figures = List.copyOf(figures);
    audits = List.copyOf(audits);
  }

  /** A run before its first part. */
  public static BenchReport begin(Instant begun, String settings, String machine) {
    return new BenchReport(begun, settings, machine, List.of(), List.of(), List.of());
  }

  /** Returns this report with the result of one more part. */
  public BenchReport plus(PartResult part) {
    return new BenchReport(
        begun,
        settings,
        machine,
        joined(comparisons, part.comparisons()),
        joined(figures, part.figures()),
        joined(audits, part.audits()));
  }

  /**
   * Returns whether every audit is clean, and whether there was one. A run of inner loops alone has
   * none: it has figures and no installation.
   */
  @JsonProperty
  public boolean clean() {
    boolean loopsAlone = comparisons.isEmpty() && !figures.isEmpty();
    return (loopsAlone || !audits.isEmpty()) && audits.stream().allMatch(AuditOutcome::clean);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
