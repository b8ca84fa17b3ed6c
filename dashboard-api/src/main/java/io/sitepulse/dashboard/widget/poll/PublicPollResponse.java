package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll as one reader may see it.
 *
 * @param participants the number of ballots; left out where the result is not for this reader
 * @param resultsVisible whether it is
 * @param assurance how sure it is that one person has one ballot
 * @param voted whether this reader has shown that they voted
 */
public record PublicPollResponse(
    String id,
    String site,
    String question,
    List<Choice> options,
    @Nullable Long participants,
    Phase phase,
    @Nullable Instant opens,
    @Nullable Instant closes,
    int maxChoices,
    boolean changeable,
    Visibility visibility,
    boolean resultsVisible,
    String assurance,
    boolean voted) {
  /** One ballot a browser: good for asking, not for deciding. */
  public static final String ASSURANCE = "survey";

  public PublicPollResponse {
    options = List.copyOf(options);
  }

  /** An option; its ballots are left out where the result is not for this reader. */
  public record Choice(String id, String label, @Nullable Long ballots) {}

  static PublicPollResponse of(Poll poll, PollTally tally, boolean voted, Instant now) {
    Phase phase = poll.phaseAt(now);
    boolean visible = ResultVisibility.areFor(poll.visibility(), phase, voted);
    return new PublicPollResponse(
        poll.id(),
        poll.site(),
        poll.question(),
        poll.options().stream().map(option -> choice(option, tally, visible)).toList(),
        visible ? tally.participants() : null,
        phase,
        poll.opens(),
        poll.closes(),
        poll.maxChoices(),
        poll.changeable(),
        poll.visibility(),
        visible,
        ASSURANCE,
        voted);
  }

  private static Choice choice(Option option, PollTally tally, boolean visible) {
    Long ballots = visible ? tally.ballots().getOrDefault(option.id(), 0L) : null;
    return new Choice(option.id(), option.label(), ballots);
  }
}
