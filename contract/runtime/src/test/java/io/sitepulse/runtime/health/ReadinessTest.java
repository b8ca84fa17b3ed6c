package io.sitepulse.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void twoChecksWithTheSameNameMustBothHold() {
    var readiness = new Readiness().require("kafka", () -> true).require("kafka", () -> false);
    assertThat(readiness.states()).containsEntry("kafka", false);
  }

  @Test
  void eachFaultIsNotReadyByItsName() {
    var readiness = new Readiness().require("kafka", () -> true).requireNone(() -> Set.of("p-2"));
    assertThat(readiness.states()).isEqualTo(Map.of("kafka", true, "p-2", false));
  }

  @Test
  void aWarningDoesNotMakeItUnready() {
    var readiness = new Readiness().require("kafka", () -> true).warn(() -> Set.of("wrong clock"));
    assertThat(readiness.states()).isEqualTo(Map.of("kafka", true));
    assertThat(readiness.warnings()).containsExactly("wrong clock");
  }

  @Test
  void aFailingCheckIsNotReady() {
    var readiness =
        new Readiness()
            .require(
                "kafka",
                () -> {
                  throw new IllegalStateException("away");
                });
    assertThat(readiness.states()).containsEntry("kafka", false);
  }
}
