package io.sitepulse.dashboard.admin.poll;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.dashboard.manage.EntityTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll with its result, for its managers. They see the result whatever its visibility is.
 *
 * @param poll in JSON its fields without the schema version and the options
 * @param options the options with their results
 * @param participants number of ballots
 * @param setAsideParticipants number of voters whose ballots are all set aside
 * @param role role of the caller
 * @param revision changes with the definition
 */
record ManagedPollResponse(
    @JsonUnwrapped @JsonIgnoreProperties({"v", "options"}) Poll poll,
    List<ManagedPollOption> options,
    Phase phase,
    long participants,
    long setAsideParticipants,
    Role role,
    String revision,
    PollEmbed embed) {

  /**
   * An option with its result.
   *
   * @param former text for the first voters, or null if it is the same
   * @param share share of all ballots, from 0 to 1
   */
  record ManagedPollOption(
      String id, String label, @Nullable String former, long ballots, double share) {}

  static ManagedPollResponse of(
      Poll poll, Phase phase, PollTally tally, Role role, PollEmbed embed) {
    return new ManagedPollResponse(
        poll,
        poll.options().stream().map(option -> resultOf(option, tally)).toList(),
        phase,
        tally.participants(),
        tally.setAside(),
        role,
        EntityTag.of(poll),
        embed);
  }

  private static ManagedPollOption resultOf(Option option, PollTally tally) {
    long ballots = tally.ballots().getOrDefault(option.id(), 0L);
    double share = tally.participants() == 0 ? 0 : (double) ballots / tally.participants();
    return new ManagedPollOption(option.id(), option.label(), option.former(), ballots, share);
  }
}
