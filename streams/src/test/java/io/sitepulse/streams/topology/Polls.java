package io.sitepulse.streams.topology;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sample polls and votes. */
public final class Polls {
  public static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private Polls() {}

  public static Poll poll(String id, int maxChoices, boolean changeable) {
    return poll(id, maxChoices, changeable, null, null);
  }

  public static Poll poll(
      String id,
      int maxChoices,
      boolean changeable,
      @Nullable Instant opens,
      @Nullable Instant closes) {
    var options =
        List.of(
            new Option("useful", "Hữu ích"),
            new Option("easy", "Dễ sử dụng"),
            new Option("rich", "Phong phú đa dạng"));
    return Poll.builder()
        .id(id)
        .site("demo")
        .question("Theo bạn thông tin nội dung website thế nào?")
        .options(options)
        .maxChoices(maxChoices)
        .changeable(changeable)
        .opens(opens)
        .closes(closes)
        .build();
  }

  public static PollVote vote(String poll, long voter, UUID id, String... choices) {
    return vote(poll, voter, id, NOON, choices);
  }

  public static PollVote vote(String poll, long voter, UUID id, Instant at, String... choices) {
    String hash = String.format("%032x", voter);
    return new PollVote(PollVote.VERSION, id, poll, hash, List.of(choices), at);
  }
}
