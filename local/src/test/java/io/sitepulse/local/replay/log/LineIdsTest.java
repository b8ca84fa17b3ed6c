package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineIdsTest {
  private final LineIds ids = new LineIds("demo", "");

  @Test
  void theSameLineHasTheSameIdInEachRun() {
    assertThat(ids.of(7, "a line")).isEqualTo(new LineIds("demo", "").of(7, "a line"));
  }

  @Test
  void twoEqualLinesAreTwoEvents() {
    assertThat(ids.of(7, "a line")).isNotEqualTo(ids.of(8, "a line"));
  }

  @Test
  void anotherSiteOrRunHasOtherIds() {
    assertThat(ids.of(7, "a line"))
        .isNotEqualTo(new LineIds("other", "").of(7, "a line"))
        .isNotEqualTo(new LineIds("demo", "again").of(7, "a line"));
  }

  @Test
  void idsAreNameBasedOnes() {
    assertThat(ids.of(7, "a line").version()).isEqualTo(5);
    assertThat(ids.of(7, "a line").variant()).isEqualTo(2);
  }
}
