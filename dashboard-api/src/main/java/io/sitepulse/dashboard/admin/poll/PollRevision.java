package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What may still be changed of a poll. Ballots name options by id and are kept for ever, so once
 * there is one, what it says must stay what its voter said.
 */
public final class PollRevision {
  private PollRevision() {}

  /**
   * Judges a change of a poll's definition. Words may be mended, options added, and times,
   * visibility and the limit of choices widened; nothing a ballot stands on may go.
   *
   * @param before the definition as it is
   * @param after as it is to be; same id
   * @param hasBallots whether anybody's vote was taken
   * @return everything that speaks against it; empty: it may be made
   * @throws IllegalArgumentException if they are two polls
   */
  public static List<FieldViolationException> refuses(Poll before, Poll after, boolean hasBallots) {
    if (!before.id().equals(after.id())) {
      throw new IllegalArgumentException("not the same poll: " + before.id() + ", " + after.id());
    }
    var refusals = new ArrayList<FieldViolationException>();
    if (!hasBallots) {
      return refusals;
    }
    if (!before.site().equals(after.site())) {
      String stay = "must stay " + before.site() + ": there are ballots";
      refusals.add(new FieldViolationException("site", Rule.FIXED, stay));
    }
    List<String> gone = gone(before, after);
    if (!gone.isEmpty()) {
      String keep = "must keep the ids " + String.join(", ", gone) + ": there are ballots";
      refusals.add(
          new FieldViolationException(
              "options", Rule.KEPT, keep, Map.of("of", labels(before, gone))));
    }
    int least = before.maxChoices();
    if (after.maxChoices() < least) {
      String most = "must be at least " + least + ": there are ballots with so many choices";
      refusals.add(
          new FieldViolationException("maxChoices", Rule.RANGE, most, Map.of("min", least)));
    }
    if (after.draft() && !before.draft()) {
      String draft = "cannot be a draft again: there are ballots";
      refusals.add(new FieldViolationException("draft", Rule.VOTED, draft));
    }
    return refusals;
  }

  private static List<String> gone(Poll before, Poll after) {
    var kept = after.options().stream().map(Option::id).collect(Collectors.toSet());
    return before.options().stream().map(Option::id).filter(id -> !kept.contains(id)).toList();
  }

  /** As voters read them: that is how a manager knows them. */
  private static List<String> labels(Poll poll, List<String> ids) {
    return poll.options().stream()
        .filter(option -> ids.contains(option.id()))
        .map(Option::label)
        .toList();
  }
}
