package io.sitepulse.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PersonTest {
  @Test
  void addressesAreOfDocumentationRanges() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(Person.any(random).address())
          .matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}|2001:db8:[0-9a-f:]+");
    }
  }
}
