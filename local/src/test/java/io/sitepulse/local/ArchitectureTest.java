package io.sitepulse.local;

import static io.sitepulse.runtime.ArchitectureRules.independent;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.sitepulse.runtime.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** Package directions of local. */
class ArchitectureTest {
  private static final JavaClasses CLASSES = ArchitectureRules.mainClasses("io.sitepulse.local");

  @Test
  void keepsTheCommonRules() {
    ArchitectureRules.check(CLASSES);
  }

  @Test
  void onlyCommandsKnowCommands() {
    independent("io.sitepulse.local", "io.sitepulse.local.cli..").check(CLASSES);
  }

  @Test
  void theEngineDoesNotKnowItsServer() {
    independent(
            "io.sitepulse.local.clickhouse.engine..",
            "io.sitepulse.local.clickhouse.http..",
            "io.sitepulse.local.clickhouse.library..")
        .check(CLASSES);
  }

  @Test
  void theAuditReadsOnlyItsOwnTables() {
    independent(
            "io.sitepulse.local.audit..",
            "io.sitepulse.warehouse..",
            "io.sitepulse.streams..",
            "io.sitepulse.dashboard..",
            "io.sitepulse.ingest..")
        .check(CLASSES);
  }
}
