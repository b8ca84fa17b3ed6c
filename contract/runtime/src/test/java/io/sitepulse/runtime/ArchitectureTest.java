package io.sitepulse.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.sitepulse.runtime.ArchitectureRules.independent;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Package directions of contract/types and contract/runtime. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      ArchitectureRules.mainClasses("io.sitepulse.contract", "io.sitepulse.runtime");

  @Test
  void keepsTheCommonRules() {
    ArchitectureRules.check(CLASSES);
  }

  @Test
  void typesDoNotKnowTheRuntime() {
    independent(
            "io.sitepulse.contract..",
            "io.sitepulse.runtime..",
            "org.apache.kafka..",
            "io.vertx..",
            "io.micrometer..")
        .check(CLASSES);
  }

  /** Records say with annotations how they are stored. Reading and writing belongs to others. */
  @Test
  void typesKnowOnlyTheAnnotationsOfJackson() {
    noClasses()
        .that()
        .resideInAPackage("io.sitepulse.contract..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.fasterxml.jackson..")
                .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))))
        .check(CLASSES);
  }

  @Test
  void detectsAForbiddenDependency() {
    var broken = independent("io.sitepulse.runtime.*..", "io.sitepulse.contract..");

    assertThatThrownBy(() -> broken.check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.sitepulse.runtime.kafka.Topics");
  }
}
