package io.sitepulse.contract.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.event.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollTest {
  private static final Instant OPENS = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2026-02-01T00:00:00Z");

  @Test
  void acceptsBallotsFromOpensUntilBeforeCloses() {
    Poll poll = poll(OPENS, CLOSES, 1);
    assertThat(poll.refuses(List.of("a"), OPENS.minusMillis(1))).contains(Reason.NOT_OPEN);
    assertThat(poll.refuses(List.of("a"), OPENS)).isEmpty();
    assertThat(poll.refuses(List.of("a"), CLOSES.minusMillis(1))).isEmpty();
    assertThat(poll.refuses(List.of("a"), CLOSES)).contains(Reason.CLOSED);
  }

  @Test
  void acceptsDistinctKnownOptionsUpToTheLimit() {
    Poll poll = poll(null, null, 2);
    assertThat(poll.refuses(List.of("a", "b"), OPENS)).isEmpty();
    assertThat(poll.refuses(List.of(), OPENS)).contains(Reason.NUMBER_OF_CHOICES);
    assertThat(poll.refuses(List.of("a", "b", "c"), OPENS)).contains(Reason.NUMBER_OF_CHOICES);
    assertThat(poll.refuses(List.of("a", "a"), OPENS)).contains(Reason.NUMBER_OF_CHOICES);
    assertThat(poll.refuses(List.of("z"), OPENS)).contains(Reason.UNKNOWN_OPTION);
  }

  @Test
  void aDraftIsNeverOpen() {
    Poll draft =
        Poll.builder()
            .id("p")
            .site("demo")
            .question("?")
            .options(options())
            .changeable(true)
            .draft(true)
            .build();
    assertThat(draft.phaseAt(OPENS)).isEqualTo(Phase.DRAFT);
    assertThat(draft.refuses(List.of("a"), OPENS)).contains(Reason.NOT_OPEN);
  }

  @Test
  void refusesInvalidDefinitions() {
    assertThatThrownBy(() -> poll(/* opens= */ CLOSES, /* closes= */ OPENS, 1))
        .hasMessageContaining("opens");
    assertThatThrownBy(() -> poll(null, null, 4)).hasMessageContaining("maxChoices");
    assertThatThrownBy(
            () ->
                Poll.builder()
                    .id("p")
                    .site("demo")
                    .question("?")
                    .options(List.of(new Option("a", "A"), new Option("a", "B")))
                    .changeable(true)
                    .build())
        .hasMessageContaining("distinct");
  }

  @Test
  void theLimitOfANetworkIsAbsentOrAtLeastOne() {
    Poll poll = poll(null, null, 1);
    assertThat(poll.votesPerNetwork()).isNull();
    assertThat(poll.toBuilder().votesPerNetwork(50).build().toBuilder().build().votesPerNetwork())
        .isEqualTo(50);
    for (int limit : List.of(-1, 0, 100_001)) {
      assertThatThrownBy(() -> poll.toBuilder().votesPerNetwork(limit).build())
          .hasMessageContaining("votesPerNetwork");
    }
  }

  private static Poll poll(@Nullable Instant opens, @Nullable Instant closes, int maxChoices) {
    return Poll.builder()
        .id("p")
        .site("demo")
        .question("?")
        .options(options())
        .maxChoices(maxChoices)
        .changeable(true)
        .opens(opens)
        .closes(closes)
        .build();
  }

  private static List<Option> options() {
    return List.of(new Option("a", "A"), new Option("b", "B"), new Option("c", "C"));
  }
}
