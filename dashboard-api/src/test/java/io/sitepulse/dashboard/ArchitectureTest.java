package io.sitepulse.dashboard;

import static io.sitepulse.runtime.ArchitectureRules.independent;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.sitepulse.runtime.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Package directions of dashboard-api. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      ArchitectureRules.mainClasses("io.sitepulse.dashboard");

  @Test
  void keepsTheCommonRules() {
    ArchitectureRules.check(CLASSES);
  }

  @Test
  void nothingDependsOnTheRoot() {
    independent("io.sitepulse.dashboard.*..", "io.sitepulse.dashboard").check(CLASSES);
  }

  @Test
  void widgetsDoNotKnowTheManagement() {
    independent(
            "io.sitepulse.dashboard.widget..",
            "io.sitepulse.dashboard.admin..",
            "io.sitepulse.dashboard.auth..",
            "io.sitepulse.dashboard.report..",
            "io.sitepulse.dashboard.review..",
            "io.sitepulse.dashboard.manage..")
        .check(CLASSES);
  }

  @Test
  void reportsDoNotKnowThePublicSide() {
    independent(
            "io.sitepulse.dashboard.report..",
            "io.sitepulse.dashboard.widget..",
            "io.sitepulse.dashboard.auth..",
            "io.sitepulse.dashboard.review..")
        .check(CLASSES);
  }

  @Test
  void signingInDoesNotKnowReports() {
    independent(
            "io.sitepulse.dashboard.auth..",
            "io.sitepulse.dashboard.report..",
            "io.sitepulse.dashboard.review..",
            "io.sitepulse.dashboard.admin..")
        .check(CLASSES);
  }

  @Test
  void basicsDoNotKnowFeatures() {
    for (String basics : List.of("http", "secret", "metrics", "sse")) {
      independent(
              "io.sitepulse.dashboard." + basics + "..",
              "io.sitepulse.dashboard.admin..",
              "io.sitepulse.dashboard.auth..",
              "io.sitepulse.dashboard.report..",
              "io.sitepulse.dashboard.review..",
              "io.sitepulse.dashboard.widget..",
              "io.sitepulse.dashboard.manage..")
          .check(CLASSES);
    }
  }
}
