package io.sitepulse.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The runs of one side of a comparison.
 *
 * @param samples at least one run
 */
public record Side(List<Sample> samples) {
  public Side {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("a side needs a run");
    }
  }

  /** Units of work in a second. */
  @JsonProperty
  public Summary rate() {
    return summary(Sample::rate);
  }

  /** Median of the program's CPU seconds for 100,000 units of work. */
  @JsonProperty
  public double cpuPerHundredThousand() {
    return summary(Sample::cpuPerHundredThousand).median();
  }

  /** The same with the broker and ClickHouse. */
  @JsonProperty
  public double allCpuPerHundredThousand() {
    return summary(Sample::allCpuPerHundredThousand).median();
  }

  /** Largest resident memory of the program in all runs, in bytes. */
  @JsonProperty
  public long peakMemoryBytes() {
    return samples.stream().mapToLong(Sample::peakMemoryBytes).max().orElse(0);
  }

  private Summary summary(ToDoubleFunction<Sample> value) {
    return Summary.of(samples.stream().mapToDouble(value).boxed().toList());
  }
}
