package io.sitepulse.dashboard.admin.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ChangeCursorPropertiesTest {
  private static final String SEED = "20261129";

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "0",
            "1",
            "1764400000000",
            "9",
            ".",
            "-",
            "a",
            "f",
            "٣",
            "-----------",
            "\n",
            "123e4567-e89b-12d3-a456-426614174000",
            "123e4567e89b12d3a4564266141740000000")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5_000, seed = SEED)
  void aPositionIsReadAsItWasWritten(
      @ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long millis,
      @ForAll long high,
      @ForAll long low) {
    var cursor = new ChangeCursor(Instant.ofEpochMilli(millis), new UUID(high, low));

    assertThat(ChangeCursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @Property(tries = 10_000, seed = SEED)
  void anyOtherTextIsRefused(@ForAll("texts") String text) {
    try {
      var cursor = ChangeCursor.parse(text);
      assertThat(ChangeCursor.parse(cursor.toString())).isEqualTo(cursor);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
