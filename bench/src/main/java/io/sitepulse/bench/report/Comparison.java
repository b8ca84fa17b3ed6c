package io.sitepulse.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The product beside its ceiling, under the same load.
 *
 * @param name the part and its load, for example {@code collect, 64 connections}
 * @param unit unit of work, for example {@code events}
 */
public record Comparison(String name, String unit, Side ceiling, Side product) {

  /** The product's median rate divided by that of the ceiling. 0 if the ceiling did nothing. */
  @JsonProperty
  public double ratio() {
    double bare = ceiling.rate().median();
    return bare == 0 ? 0 : product.rate().median() / bare;
  }

  /** The product's CPU time for a unit of work divided by that of the ceiling, or 0. */
  @JsonProperty
  public double cpuRatio() {
    double bare = ceiling.cpuPerHundredThousand();
    return bare == 0 ? 0 : product.cpuPerHundredThousand() / bare;
  }
}
