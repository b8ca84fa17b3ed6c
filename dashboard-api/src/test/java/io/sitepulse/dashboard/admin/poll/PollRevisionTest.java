package io.sitepulse.dashboard.admin.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.validation.FieldViolationException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PollRevisionTest {
  private static final Option USEFUL = new Option("useful", "Hữu ích");
  private static final Option EASY = new Option("easy", "Dễ sử dụng");
  private static final Option RICH = new Option("rich", "Phong phú");
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private static final Poll BEFORE = poll("demo", "Theo bạn?", 2, false, USEFUL, EASY, RICH);

  static Stream<Arguments> changes() {
    var renamed = new Option("rich", "Phong phú đa dạng");
    var more = new Option("fast", "Nhanh");
    return Stream.of(
        Arguments.of("nothing", BEFORE, null),
        Arguments.of("question", poll("demo", "Theo bạn thì?", 2, false, USEFUL, EASY, RICH), null),
        Arguments.of("label", poll("demo", "Theo bạn?", 2, false, USEFUL, EASY, renamed), null),
        Arguments.of("order", poll("demo", "Theo bạn?", 2, false, RICH, EASY, USEFUL), null),
        Arguments.of("added", poll("demo", "Theo bạn?", 2, false, USEFUL, EASY, RICH, more), null),
        Arguments.of("more choices", poll("demo", "Theo bạn?", 3, false, USEFUL, EASY, RICH), null),
        Arguments.of("closes", closing(BEFORE), null),
        Arguments.of("removed", poll("demo", "Theo bạn?", 2, false, USEFUL, EASY), "options"),
        Arguments.of("new id", poll("demo", "Theo bạn?", 2, false, USEFUL, EASY, more), "options"),
        Arguments.of(
            "fewer", poll("demo", "Theo bạn?", 1, false, USEFUL, EASY, RICH), "maxChoices"),
        Arguments.of("site", poll("other", "Theo bạn?", 2, false, USEFUL, EASY, RICH), "site"),
        Arguments.of("draft", poll("demo", "Theo bạn?", 2, true, USEFUL, EASY, RICH), "draft"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aPollWithBallotsKeepsItsSiteOptionsAndLimits(
      String what, Poll after, @Nullable String field) {
    assertThat(PollRevision.violations(BEFORE, after, true))
        .extracting(FieldViolationException::field)
        .isEqualTo(field == null ? List.of() : List.of(field));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aPollWithoutBallotsMayChangeCompletely(String what, Poll after, @Nullable String field) {
    assertThat(PollRevision.violations(BEFORE, after, false)).isEmpty();
  }

  @Test
  void allViolationsAreReportedTogetherAndNameTheMissingOptions() {
    var after = poll("other", "Theo bạn?", 1, false, USEFUL, new Option("fast", "Nhanh"));
    assertThat(PollRevision.violations(BEFORE, after, true))
        .extracting(FieldViolationException::field)
        .containsExactly("site", "options", "maxChoices");
    assertThat(PollRevision.violations(BEFORE, after, true).get(1).detail()).contains("easy, rich");
  }

  @Test
  void pollsWithDifferentIdsCannotBeCompared() {
    var other =
        Poll.builder()
            .id("q")
            .site("demo")
            .question("?")
            .options(List.of(USEFUL, EASY))
            .changeable(true)
            .build();
    assertThatThrownBy(() -> PollRevision.violations(BEFORE, other, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Poll poll(
      String site, String question, int maxChoices, boolean draft, Option... options) {
    return Poll.builder()
        .id("p")
        .site(site)
        .question(question)
        .options(List.of(options))
        .maxChoices(maxChoices)
        .changeable(true)
        .draft(draft)
        .build();
  }

  private static Poll closing(Poll poll) {
    return poll.toBuilder()
        .opens(null)
        .closes(NOON)
        .draft(false)
        .visibility(Visibility.AFTER_CLOSING)
        .build();
  }
}
