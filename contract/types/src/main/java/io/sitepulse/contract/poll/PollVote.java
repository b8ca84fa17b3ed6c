package io.sitepulse.contract.poll;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ballot: the value of {@code poll-votes}. Or the correction of one, made when votes of a time
 * are set aside or count again: the voter's ballot becomes an earlier one, or none.
 *
 * @param v schema version, 1
 * @param id vote id. A second record with the same id is a duplicate.
 * @param poll poll id
 * @param voter keyed hash of the voter's token for this poll, 32 hex digits
 * @param choices option ids, at most 50. A correction may have none.
 * @param at instant of receipt, by the collector's clock
 * @param replaces null for a vote. A correction names the vote, or the correction, that made the
 *     ballot it replaces. It has no effect if the voter has voted since.
 */
public record PollVote(
    int v,
    UUID id,
    String poll,
    String voter,
    List<String> choices,
    Instant at,
    @Nullable UUID replaces) {
  public static final int VERSION = 1;

  private static final Pattern VOTER = Pattern.compile("[0-9a-f]{32}");

  public PollVote {
    Require.present(id, "id");
    Poll.checkId(poll);
    Require.matches(voter, VOTER, "voter");
    choices = List.copyOf(Require.present(choices, "choices"));
    Require.count(choices, 0, 50, "choices");
    Require.present(at, "at");
  }

  /** A vote. */
  public PollVote(int v, UUID id, String poll, String voter, List<String> choices, Instant at) {
    this(v, id, poll, voter, choices, at, null);
  }
}
