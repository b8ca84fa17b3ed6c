package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIdsTest {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final String FIRST = "1";
  private static final String SECOND = "2";

  /** Lines are written as second and name, as their time is a part of them. */
  @ParameterizedTest
  @CsvSource({
    "in order,                     1a 2b 3c 4d,             1 1 1 1",
    "asked twice at once,          1a 1a 2b,                1 2 1",
    "asked twice in turn,          1a 1b 1a 1b,             1 1 2 2",
    "asked twice and written late, 1a 2b 3c 1a 4d,          1 1 1 2 1",
    "late lines,                   1a 3b 2c 5d 4e,          1 1 1 1 1",
    "joined with a tail,           1a 2b 3c 4d 3c 4d,       1 1 1 1 1 1",
    "joined with a grown log,      1a 2b 3c 2b 3c 4d,       1 1 1 1 1 1",
    "joined with itself,           1a 2b 2b 3c 1a 2b 2b 3c, 1 1 2 1 1 1 2 1",
    "joined between equal lines,   1a 2b 2b 3c 2b 3c,       1 1 2 1 2 1",
    "joined twice,                 1a 2b 3c 2b 3c 2b 3c,    1 1 1 1 1 1 1",
  })
  void equalLinesAreNumberedUnlessTheyAreReadAgain(String name, String lines, String numbers) {
    List<String> texts = List.of(lines.split(" ", -1));
    List<UUID> found = ids(texts);

    for (int i = 0; i < texts.size(); i++) {
      String number = numbers.split(" ", -1)[i];
      List<UUID> alone = ids(List.of(texts.get(i), texts.get(i)));
      assertThat(number).isIn(FIRST, SECOND);
      assertThat(found.get(i))
          .as(name + " " + i)
          .isEqualTo(alone.get(number.equals(FIRST) ? 0 : 1));
    }
  }

  @Test
  void anotherSiteOrRunHasOtherIds() {
    UUID id = new LineIds("demo", "").next(NOON, "a line", "");

    assertThat(id)
        .isNotEqualTo(new LineIds("other", "").next(NOON, "a line", ""))
        .isNotEqualTo(new LineIds("demo", "again").next(NOON, "a line", ""));
  }

  @Test
  void idsAreNameBasedOnes() {
    UUID id = new LineIds("demo", "").next(NOON, "a line", "");

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  private static List<UUID> ids(List<String> lines) {
    var ids = new LineIds("demo", "");
    var found = new ArrayList<UUID>();
    for (int i = 0; i < lines.size(); i++) {
      String following = i + 1 < lines.size() ? lines.get(i + 1) : "";
      Instant at = NOON.plusSeconds(lines.get(i).charAt(0) - '0');
      found.add(ids.next(at, lines.get(i), following));
    }
    return found;
  }
}
