package io.sitepulse.dashboard.widget.poll;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Response with a poll as one reader may see it.
 *
 * @param participants number of ballots. Left out if this reader may not see the results
 * @param note tells of changed labels and of votes that are set aside. Left out without any
 */
public record PublicPollResponse(
    String id,
    String site,
    String question,
    List<PublicPollOption> options,
    @Nullable Long participants,
    @Nullable CorrectionNote note,
    @JsonUnwrapped Rules rules,
    @JsonUnwrapped Reader reader) {
  /** One ballot per browser: suitable for informal surveys, not for decisions. */
  public static final String ASSURANCE = "survey";

  public PublicPollResponse {
    options = List.copyOf(options);
  }

  /**
   * An option of the poll.
   *
   * @param former text for the first voters. Left out if it is the same
   * @param ballots ballots for the option. Left out if this reader may not see the results
   */
  public record PublicPollOption(
      String id, String label, @Nullable String former, @Nullable Long ballots) {}

  /** The phase of the poll and its rules. */
  public record Rules(
      Phase phase,
      @Nullable Instant opens,
      @Nullable Instant closes,
      int maxChoices,
      boolean changeable,
      Visibility visibility) {
    static Rules of(Poll poll, Phase phase) {
      return new Rules(
          phase,
          poll.opens(),
          poll.closes(),
          poll.maxChoices(),
          poll.changeable(),
          poll.visibility());
    }
  }

  /**
   * The part of the response that depends on the reader.
   *
   * @param resultsVisible whether this reader may see the results
   * @param assurance how reliably one person has one ballot
   * @param voted whether this reader has shown a receipt of the poll
   * @param setAside whether votes of some time are set aside in the results of this reader
   */
  public record Reader(boolean resultsVisible, String assurance, boolean voted, boolean setAside) {}

  static PublicPollResponse of(Poll poll, Phase phase, PollTally tally, boolean voted) {
    boolean visible = ResultVisibility.isVisible(poll.visibility(), phase, voted);
    boolean setAside = visible && !poll.setAside().isEmpty();
    return new PublicPollResponse(
        poll.id(),
        poll.site(),
        poll.question(),
        poll.options().stream().map(option -> option(option, tally, visible)).toList(),
        visible ? tally.participants() : null,
        CorrectionNote.of(poll, setAside).orElse(null),
        Rules.of(poll, phase),
        new Reader(visible, ASSURANCE, voted, setAside));
  }

  private static PublicPollOption option(Option option, PollTally tally, boolean visible) {
    Long ballots = visible ? tally.ballots().getOrDefault(option.id(), 0L) : null;
    return new PublicPollOption(option.id(), option.label(), option.former(), ballots);
  }
}
