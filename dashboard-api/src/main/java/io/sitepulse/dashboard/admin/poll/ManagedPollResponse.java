package io.sitepulse.dashboard.admin.poll;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.dashboard.manage.EntityTag;
import java.time.Instant;
import java.util.List;

/**
 * A poll with its result, for its managers. They see the result whatever its visibility is.
 *
 * @param poll in JSON its fields without the schema version and the options
 * @param options the options with their results
 * @param participants number of ballots
 * @param role role of the caller
 * @param revision changes with the definition
 */
record ManagedPollResponse(
    @JsonUnwrapped @JsonIgnoreProperties({"v", "options"}) Poll poll,
    List<ManagedPollOption> options,
    Phase phase,
    long participants,
    Role role,
    String revision,
    PollEmbed embed) {

  /**
   * An option with its result.
   *
   * @param share share of all ballots, from 0 to 1
   */
  record ManagedPollOption(String id, String label, long ballots, double share) {}

  static ManagedPollResponse of(
      Poll poll, PollTally tally, Instant now, Role role, PollEmbed embed) {
    return new ManagedPollResponse(
        poll,
        poll.options().stream().map(option -> resultOf(option, tally)).toList(),
        poll.phaseAt(now),
        tally.participants(),
        role,
        EntityTag.of(poll),
        embed);
  }

  private static ManagedPollOption resultOf(Option option, PollTally tally) {
    long ballots = tally.ballots().getOrDefault(option.id(), 0L);
    double share = tally.participants() == 0 ? 0 : (double) ballots / tally.participants();
    return new ManagedPollOption(option.id(), option.label(), ballots, share);
  }
}
