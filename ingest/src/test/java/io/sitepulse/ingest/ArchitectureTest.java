package io.sitepulse.ingest;

import static io.sitepulse.runtime.ArchitectureRules.independent;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.sitepulse.runtime.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** Package directions of ingest. */
class ArchitectureTest {
  private static final JavaClasses CLASSES = ArchitectureRules.mainClasses("io.sitepulse.ingest");

  @Test
  void keepsTheCommonRules() {
    ArchitectureRules.check(CLASSES);
  }

  @Test
  void nothingDependsOnTheRoot() {
    independent("io.sitepulse.ingest.*..", "io.sitepulse.ingest").check(CLASSES);
  }

  @Test
  void anEventFlowsInOneDirection() {
    independent(
            "io.sitepulse.ingest.kafka..",
            "io.sitepulse.ingest.event..",
            "io.sitepulse.ingest.visitor..")
        .check(CLASSES);
    independent("io.sitepulse.ingest.visitor..", "io.sitepulse.ingest.event..").check(CLASSES);
    independent(
            "io.sitepulse.ingest.useragent..",
            "io.sitepulse.ingest.event..",
            "io.sitepulse.ingest.visitor..")
        .check(CLASSES);
    independent(
            "io.sitepulse.ingest.geo..",
            "io.sitepulse.ingest.event..",
            "io.sitepulse.ingest.visitor..")
        .check(CLASSES);
  }

  @Test
  void doesNotKnowClickHouse() {
    independent("io.sitepulse.ingest..", "io.sitepulse.clickhouse..", "java.sql..").check(CLASSES);
  }
}
