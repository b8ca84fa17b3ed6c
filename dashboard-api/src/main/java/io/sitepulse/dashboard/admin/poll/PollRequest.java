package io.sitepulse.dashboard.admin.poll;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.FreshId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What managers may say of a poll. What the program itself says of it beside that is passed over,
 * so that an entry can be sent back as it was read.
 *
 * @param id of a new poll, or null for one the program chooses
 * @param maxChoices 1 if left out
 */
@JsonIgnoreProperties({"phase", "participants", "role", "revision", "embed"})
record PollRequest(
    @Nullable String id,
    @Nullable String site,
    @Nullable String question,
    @Nullable List<Choice> options,
    int maxChoices,
    boolean changeable,
    @Nullable Instant opens,
    @Nullable Instant closes,
    boolean draft,
    @Nullable Visibility visibility) {

  /** An option; a new one without an id is given one. */
  @JsonIgnoreProperties({"ballots", "share"})
  record Choice(@Nullable String id, @Nullable String label) {}

  /** What is said of a poll now. */
  static PollRequest of(Poll poll) {
    return new PollRequest(
        poll.id(),
        poll.site(),
        poll.question(),
        poll.options().stream().map(option -> new Choice(option.id(), option.label())).toList(),
        poll.maxChoices(),
        poll.changeable(),
        poll.opens(),
        poll.closes(),
        poll.draft(),
        poll.visibility());
  }

  /**
   * A poll as this says.
   *
   * @throws IllegalArgumentException naming a field that cannot be so
   */
  @SuppressWarnings("NullAway") // The record refuses what is missing, or puts it in.
  Poll toPoll() {
    return Poll.builder().id(id == null ? FreshId.next() : id).site(site).question(question).options(options == null ? null : options.stream().map(PollRequest::option).toList()).maxChoices(maxChoices).changeable(changeable).opens(opens).closes(closes).draft(draft).visibility(visibility).build();
  }

  @SuppressWarnings("NullAway") // The record refuses a label that is missing.
  private static Option option(@Nullable Choice choice) {
    if (choice == null) {
      throw new FieldViolationException("options", Rule.OBJECT, "must be options");
    }
    return new Option(choice.id == null ? FreshId.next() : choice.id, choice.label);
  }
}
