package io.sitepulse.local.doctor;

import java.util.OptionalDouble;

/**
 * The metrics of a process in Prometheus' text format.
 *
 * @param text empty if they cannot be read
 */
record MetricsText(String text) {
  /** The sum of a metric's samples, or nothing if it has none. */
  OptionalDouble sum(String name) {
    return sum(name, "");
  }

  /** The sum of the samples that have a label, written as in the text. */
  OptionalDouble sum(String name, String label) {
    double[] values =
        text.lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> line.contains(label))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .toArray();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }
}
