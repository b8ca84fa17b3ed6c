package io.sitepulse.bench;

import static io.sitepulse.runtime.ArchitectureRules.independent;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.sitepulse.runtime.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** Package directions of the benchmark. */
class ArchitectureTest {
  private static final JavaClasses CLASSES = ArchitectureRules.mainClasses("io.sitepulse.bench");

  @Test
  void keepsTheCommonRules() {
    ArchitectureRules.check(CLASSES);
  }

  @Test
  void theReportKnowsNoPart() {
    independent(
            "io.sitepulse.bench.report..",
            "io.sitepulse.bench.process..",
            "io.sitepulse.bench.load..",
            "io.sitepulse.bench.part..")
        .check(CLASSES);
  }

  @Test
  void theBareCollectorKnowsNoCodeOfTheProductsCollector() {
    independent(
            "io.sitepulse.bench.collect..",
            "io.sitepulse.ingest.event..",
            "io.sitepulse.ingest.kafka..")
        .check(CLASSES);
  }
}
