package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.manage.EntityTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll as its managers read it: with its result, whoever else may see that.
 *
 * @param participants the number of ballots
 * @param role what the caller may do
 * @param revision to tell whether it has been changed since
 * @param embed what to paste into a page
 */
record ManagedPollResponse(
    String id,
    String site,
    String question,
    List<Choice> options,
    int maxChoices,
    boolean changeable,
    @Nullable Instant opens,
    @Nullable Instant closes,
    boolean draft,
    Visibility visibility,
    Phase phase,
    long participants,
    Role role,
    String revision,
    PollEmbed embed) {

  /** An option; its share is of all ballots, from 0 to 1. */
  record Choice(String id, String label, long ballots, double share) {}

  static ManagedPollResponse of(
      Poll poll, PollTally tally, Instant now, Role role, PollEmbed embed) {
    return new ManagedPollResponse(
        poll.id(),
        poll.site(),
        poll.question(),
        poll.options().stream().map(option -> choice(option, tally)).toList(),
        poll.maxChoices(),
        poll.changeable(),
        poll.opens(),
        poll.closes(),
        poll.draft(),
        poll.visibility(),
        poll.phaseAt(now),
        tally.participants(),
        role,
        EntityTag.of(poll),
        embed);
  }

  private static Choice choice(Option option, PollTally tally) {
    long ballots = tally.ballots().getOrDefault(option.id(), 0L);
    double share = tally.participants() == 0 ? 0 : (double) ballots / tally.participants();
    return new Choice(option.id(), option.label(), ballots, share);
  }
}
