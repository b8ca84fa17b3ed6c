package io.sitepulse.bench.part;

import io.sitepulse.bench.report.PartResult;
import java.util.function.Consumer;

/** A part of the benchmark. It starts all it needs and stops it again. */
@FunctionalInterface
public interface Part {
  /**
   * Measures.
   *
   * @param settings the folder in it is for this part alone
   * @param progress told in words for people
   */
  PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception;
}
