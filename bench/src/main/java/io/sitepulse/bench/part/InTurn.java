package io.sitepulse.bench.part;

import io.sitepulse.bench.report.Comparison;
import io.sitepulse.bench.report.Sample;
import io.sitepulse.bench.report.Side;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures ceiling and product in turn, so that a slow minute of the machine hits both. */
public final class InTurn {
  private InTurn() {}

  /** One measured run of one side. */
  @FunctionalInterface
  public interface Run {
    /** Measures once. */
    Sample measure() throws Exception;
  }

  /**
   * Measures both sides.
   *
   * @param name name of the comparison
   * @param unit unit of work
   */
  public static Comparison compare(
      String name, String unit, int runs, Consumer<String> progress, Run ceiling, Run product)
      throws Exception {
    var bare = new ArrayList<Sample>();
    var ours = new ArrayList<Sample>();
    for (int run = 1; run <= runs; run++) {
      bare.add(ceiling.measure());
      ours.add(product.measure());
      progress.accept(
          String.format(
              Locale.ROOT,
              "  %s, run %d of %d: ceiling %,.0f/s, product %,.0f/s",
              name,
              run,
              runs,
              bare.get(run - 1).rate(),
              ours.get(run - 1).rate()));
    }
    return new Comparison(name, unit, new Side(bare), new Side(ours));
  }
}
