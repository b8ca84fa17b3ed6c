package io.sitepulse.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void twoChecksWithTheSameNameMustBothHold() {
    var readiness = new Readiness().require("kafka", () -> true).require("kafka", () -> false);
    assertThat(readiness.states()).containsEntry("kafka", false);
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
