package io.sitepulse.dashboard.admin.poll;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.RandomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a poll update. Read-only response fields are ignored, so a GET response can be
 * PUT back.
 *
 * @param id id of a new poll, or null to generate one
 * @param maxChoices 1 if absent
 */
@JsonIgnoreProperties({"phase", "participants", "role", "revision", "embed"})
record PollRequest(
    @Nullable String id,
    @Nullable String site,
    @Nullable String question,
    @Nullable List<OptionRequest> options,
    int maxChoices,
    boolean changeable,
    @Nullable Instant opens,
    @Nullable Instant closes,
    boolean draft,
    @Nullable Visibility visibility) {

  /** An option. If it has no id, one is generated. */
  @JsonIgnoreProperties({"ballots", "share"})
  record OptionRequest(@Nullable String id, @Nullable String label) {}

  /** Returns the present values of a poll. */
  static PollRequest of(Poll poll) {
    return new PollRequest(
        poll.id(),
        poll.site(),
        poll.question(),
        poll.options().stream()
            .map(option -> new OptionRequest(option.id(), option.label()))
            .toList(),
        poll.maxChoices(),
        poll.changeable(),
        poll.opens(),
        poll.closes(),
        poll.draft(),
        poll.visibility());
  }

  /**
   * Converts the request to a poll.
   *
   * @throws IllegalArgumentException naming a field that is not valid
   */
  @SuppressWarnings("NullAway") // The record refuses missing fields or fills in their defaults.
  Poll toPoll() {
    return Poll.builder()
        .id(id == null ? RandomId.next() : id)
        .site(site)
        .question(question)
        .options(options == null ? null : options.stream().map(PollRequest::option).toList())
        .maxChoices(maxChoices)
        .changeable(changeable)
        .opens(opens)
        .closes(closes)
        .draft(draft)
        .visibility(visibility)
        .build();
  }

  @SuppressWarnings("NullAway") // The record refuses a label that is missing.
  private static Option option(@Nullable OptionRequest request) {
    if (request == null) {
      throw new FieldViolationException("options", Rule.OBJECT, "must be options");
    }
    return new Option(request.id == null ? RandomId.next() : request.id, request.label);
  }
}
