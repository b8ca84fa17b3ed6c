package io.sitepulse.contract.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.event.PageView;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollVoteTest {
  /** Both have the schema version, an id of their own and the time in common. */
  @Test
  void aBallotCannotBeLinkedToAVisit() {
    assertThat(fields(PollVote.class))
        .containsExactly("v", "id", "poll", "voter", "choices", "at", "replaces");
    assertThat(fields(PollVote.class))
        .filteredOn(fields(PageView.class)::contains)
        .containsExactly("v", "id", "at");
  }

  @Test
  void refusesAVisitorPseudonymAsAVoter() {
    String pseudonym = "00ff00ff00ff00ff";
    assertThatThrownBy(() -> vote(pseudonym, List.of("a"))).hasMessageStartingWith("voter");
  }

  @Test
  void refusesMoreThan50Choices() {
    List<String> many = IntStream.range(0, 51).mapToObj(Integer::toString).toList();
    assertThatThrownBy(() -> vote("0".repeat(32), many)).hasMessageContaining("50");
  }

  private static PollVote vote(String voter, List<String> choices) {
    return new PollVote(1, UUID.randomUUID(), "p", voter, choices, Instant.EPOCH);
  }

  private static List<String> fields(Class<?> record) {
    return Stream.of(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
