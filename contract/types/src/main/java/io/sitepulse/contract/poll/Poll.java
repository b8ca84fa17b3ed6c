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
 * A question put to visitors.
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9-]{1,64}}
 * @param site the site it stands in
 * @param question as the voter reads it
 * @param options 2 to 50 choices with distinct ids
 * @param maxChoices how many options one ballot may name, at least 1
 * @param changeable whether a voter's second ballot replaces the first; if not it is rejected
 * @param opens ballots before it are not taken; null: open from the beginning
 * @param closes ballots from it on are not taken; null: never closes
 * @param draft not to be shown or voted in yet
 * @param visibility who may see the result
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
    Visibility visibility) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int MAX_OPTIONS = 50;

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
  }

  /**
   * Asks that a text can be a poll's id.
   *
   * @throws IllegalArgumentException if not
   */
  public static String checkId(@Nullable String id) {
    return Require.matches(id, ID, "poll");
  }

  /** Where the poll stands at an instant. */
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
   * Judges a ballot by this poll's rules alone, not by earlier ballots.
   *
   * @param choices option ids
   * @param at when the voter sent it, by the collector's clock
   * @return the reason not to take it, or empty
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
}
