package io.sitepulse.bench.report;

import java.util.Collection;

/** Median, minimum and maximum of the values of several runs. */
public record Summary(double median, double minimum, double maximum) {

  /**
   * Summarizes values. With an even number of them the median is the mean of the two in the middle.
   *
   * @throws IllegalArgumentException without a value
   */
  public static Summary of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a summary needs a value");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Summary(median, sorted[0], sorted[sorted.length - 1]);
  }
}
