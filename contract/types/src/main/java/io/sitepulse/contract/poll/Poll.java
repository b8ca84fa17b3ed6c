package io.sitepulse.contract.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A poll for visitors.
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9-]{1,64}}
 * @param site id of the site
 * @param question text for the voter
 * @param options 2 to 50 choices with distinct ids
 * @param maxChoices largest number of choices of a ballot, at least 1
 * @param changeable true if a second ballot of a voter replaces the first. Otherwise it is
 *     rejected.
 * @param opens start of the vote, or null if it is open from the beginning
 * @param closes end of the vote, or null if it does not close
 * @param draft true if the poll is neither shown nor open yet
 * @param visibility visibility of the result
 * @param setAside times whose votes do not count, at most 20
 * @param votesPerNetwork number of votes that one client network may cast within 10 minutes, or
 *     null if only the limits of the server apply
 */
public record Poll(
    int v,
    String id,
    String site,
    String question,
    List<Option> options,
    int maxChoices,
    boolean changeable,
    @Nullable Instant opens,
    @Nullable Instant closes,
    boolean draft,
    Visibility visibility,
    List<SetAside> setAside,
    @Nullable Integer votesPerNetwork) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int MAX_OPTIONS = 50;
  private static final int MAX_SET_ASIDE = 20;
  private static final int MAX_VOTES_PER_NETWORK = 100_000;

  @SuppressWarnings("NullAway") // Jackson hands over null for what a definition leaves out.
  public Poll {
    Require.matches(id, ID, "id");
    Site.checkId(site);
    Require.text(question, 500, "question");
    options = List.copyOf(Require.present(options, "options"));
    Require.count(options, 2, MAX_OPTIONS, "options");
    if (ids(options).size() < options.size()) {
      throw new FieldViolationException("options", Rule.DISTINCT, "must have distinct ids");
    }
    maxChoices = maxChoices == 0 ? 1 : maxChoices;
    Require.range(maxChoices, 1, options.size(), "maxChoices");
    if (opens != null && closes != null && !opens.isBefore(closes)) {
      throw new FieldViolationException(
          "opens", Rule.ORDER, "must be before closes", Map.of("before", "closes"));
    }
    visibility = visibility == null ? Visibility.ALWAYS : visibility;
    setAside = setAside == null ? List.of() : List.copyOf(setAside);
    Require.count(setAside, 0, MAX_SET_ASIDE, "setAside");
    if (votesPerNetwork != null) {
      Require.range(votesPerNetwork, 1, MAX_VOTES_PER_NETWORK, "votesPerNetwork");
    }
  }

  /**
   * Requires that a text is a valid poll id.
   *
   * @throws IllegalArgumentException if not
   */
  public static String checkId(@Nullable String id) {
    return Require.matches(id, ID, "poll");
  }

  /** The phase at an instant. */
  public Phase phaseAt(Instant now) {
    if (draft) {
      return Phase.DRAFT;
    }
    if (opens != null && now.isBefore(opens)) {
      return Phase.SCHEDULED;
    }
    return closes != null && !now.isBefore(closes) ? Phase.CLOSED : Phase.OPEN;
  }

  /**
   * The phase at an instant for voters and readers. The polls of an archived site are closed.
   *
   * @param archived true if the site is archived
   */
  public Phase phaseAt(Instant now, boolean archived) {
    Phase phase = phaseAt(now);
    return archived && phase != Phase.DRAFT ? Phase.CLOSED : phase;
  }

  /**
   * Checks a ballot against the rules of the poll. Earlier ballots are not considered.
   *
   * @param choices option ids
   * @param at instant of receipt
   * @return the reason for the refusal, or empty
   */
  public Optional<Reason> refuses(Collection<String> choices, Instant at) {
    Phase phase = phaseAt(at);
    if (phase != Phase.OPEN) {
      return Optional.of(phase == Phase.CLOSED ? Reason.CLOSED : Reason.NOT_OPEN);
    }
    if (!ids(options).containsAll(choices)) {
      return Optional.of(Reason.UNKNOWN_OPTION);
    }
    int distinct = new HashSet<>(choices).size();
    boolean tooMany = distinct > maxChoices || distinct < choices.size();
    return choices.isEmpty() || tooMany ? Optional.of(Reason.NUMBER_OF_CHOICES) : Optional.empty();
  }

  private static Set<String> ids(List<Option> options) {
    return options.stream().map(Option::id).collect(Collectors.toSet());
  }

  /** Starts to build a poll. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts to build a copy. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.id = id;
    builder.site = site;
    builder.question = question;
    builder.options = options;
    builder.maxChoices = maxChoices;
    builder.changeable = changeable;
    builder.opens = opens;
    builder.closes = closes;
    builder.draft = draft;
    builder.visibility = visibility;
    builder.setAside = setAside;
    builder.votesPerNetwork = votesPerNetwork;
    return builder;
  }

  /** Collects the components of a poll. It is used by one thread. */
  public static final class Builder {
    private @Nullable String id;
    private @Nullable String site;
    private @Nullable String question;
    private List<Option> options = List.of();
    private int maxChoices = 1;
    private boolean changeable;
    private @Nullable Instant opens;
    private @Nullable Instant closes;
    private boolean draft;
    private Visibility visibility = Visibility.ALWAYS;
    private List<SetAside> setAside = List.of();
    private @Nullable Integer votesPerNetwork;

    private Builder() {}

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder site(String site) {
      this.site = site;
      return this;
    }

    public Builder question(String question) {
      this.question = question;
      return this;
    }

    public Builder options(List<Option> options) {
      this.options = options;
      return this;
    }

    public Builder maxChoices(int maxChoices) {
      this.maxChoices = maxChoices;
      return this;
    }

    public Builder changeable(boolean changeable) {
      this.changeable = changeable;
      return this;
    }

    public Builder opens(@Nullable Instant opens) {
      this.opens = opens;
      return this;
    }

    public Builder closes(@Nullable Instant closes) {
      this.closes = closes;
      return this;
    }

    public Builder draft(boolean draft) {
      this.draft = draft;
      return this;
    }

    public Builder visibility(Visibility visibility) {
      this.visibility = visibility;
      return this;
    }

    public Builder setAside(List<SetAside> setAside) {
      this.setAside = setAside;
      return this;
    }

    public Builder votesPerNetwork(@Nullable Integer votesPerNetwork) {
      this.votesPerNetwork = votesPerNetwork;
      return this;
    }

    /**
     * Builds a poll.
     *
     * @throws IllegalArgumentException if a component is missing or invalid
     */
    @SuppressWarnings("NullAway") // The compact constructor refuses null.
    public Poll build() {
      return new Poll(
          VERSION,
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
          setAside,
          votesPerNetwork);
    }
  }
}
