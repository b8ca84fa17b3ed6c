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
@JsonIgnoreProperties({
  "phase",
  "participants",
  "setAside",
  "setAsideParticipants",
  "role",
  "revision",
  "embed"
})
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
    @Nullable Visibility visibility,
    @Nullable Integer votesPerNetwork) {

  /** An option. If it has no id, one is generated. */
  @JsonIgnoreProperties({"former", "ballots", "share"})
  record OptionRequest(@Nullable String id, @Nullable String label) {}

  /** Returns the present values of a poll. */
  static PollRequest of(Poll poll) {
    return new Builder()
        .id(poll.id())
        .site(poll.site())
        .question(poll.question())
        .options(
            poll.options().stream()
                .map(option -> new OptionRequest(option.id(), option.label()))
                .toList())
        .maxChoices(poll.maxChoices())
        .changeable(poll.changeable())
        .opens(poll.opens())
        .closes(poll.closes())
        .draft(poll.draft())
        .visibility(poll.visibility())
        .votesPerNetwork(poll.votesPerNetwork())
        .build();
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
        .votesPerNetwork(votesPerNetwork)
        .build();
  }

  @SuppressWarnings("NullAway") // The record refuses a label that is missing.
  private static Option option(@Nullable OptionRequest request) {
    if (request == null) {
      throw new FieldViolationException("options", Rule.OBJECT, "must be options");
    }
    return new Option(request.id == null ? RandomId.next() : request.id, request.label);
  }

  /** Collects the components of a request. It is used by one thread. */
  static final class Builder {
    private @Nullable String id;
    private @Nullable String site;
    private @Nullable String question;
    private @Nullable List<OptionRequest> options;
    private int maxChoices;
    private boolean changeable;
    private @Nullable Instant opens;
    private @Nullable Instant closes;
    private boolean draft;
    private @Nullable Visibility visibility;
    private @Nullable Integer votesPerNetwork;

    private Builder() {}

    Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    Builder site(@Nullable String site) {
      this.site = site;
      return this;
    }

    Builder question(@Nullable String question) {
      this.question = question;
      return this;
    }

    Builder options(@Nullable List<OptionRequest> options) {
      this.options = options;
      return this;
    }

    Builder maxChoices(int maxChoices) {
      this.maxChoices = maxChoices;
      return this;
    }

    Builder changeable(boolean changeable) {
      this.changeable = changeable;
      return this;
    }

    Builder opens(@Nullable Instant opens) {
      this.opens = opens;
      return this;
    }

    Builder closes(@Nullable Instant closes) {
      this.closes = closes;
      return this;
    }

    Builder draft(boolean draft) {
      this.draft = draft;
      return this;
    }

    Builder visibility(@Nullable Visibility visibility) {
      this.visibility = visibility;
      return this;
    }

    Builder votesPerNetwork(@Nullable Integer votesPerNetwork) {
      this.votesPerNetwork = votesPerNetwork;
      return this;
    }

    PollRequest build() {
      return new PollRequest(
          id,
          site,
          question,
          options,
          maxChoices,
          changeable,
          opens,
          closes,
          draft,
          visibility,
          votesPerNetwork);
    }
  }
}
