package io.sitepulse.streams;

import static io.sitepulse.runtime.ArchitectureRules.independent;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.sitepulse.runtime.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** Package directions of the counting and of the warehouse. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      ArchitectureRules.mainClasses("io.sitepulse.streams", "io.sitepulse.warehouse");

  @Test
  void keepsTheCommonRules() {
    ArchitectureRules.check(CLASSES);
  }

  @Test
  void countingAndWarehouseDoNotKnowEachOther() {
    independent("io.sitepulse.streams.*..", "io.sitepulse.warehouse..").check(CLASSES);
    independent("io.sitepulse.warehouse..", "io.sitepulse.streams..").check(CLASSES);
  }

  @Test
  void countingDoesNotKnowClickHouse() {
    independent("io.sitepulse.streams.*..", "io.sitepulse.clickhouse..", "java.sql..", "org.jdbi..")
        .check(CLASSES);
  }

  @Test
  void warehouseDoesNotKnowKafkaStreams() {
    independent("io.sitepulse.warehouse..", "org.apache.kafka.streams..").check(CLASSES);
  }

  @Test
  void theTopologyIsDefinedApartFromItsRunner() {
    independent("io.sitepulse.streams.topology..", "io.sitepulse.streams.runner..").check(CLASSES);
  }

  @Test
  void nothingDependsOnTheRoot() {
    independent("io.sitepulse.streams.*..", "io.sitepulse.streams").check(CLASSES);
  }
}
