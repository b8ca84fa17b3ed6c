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
 * The changes of a poll that are allowed once it has ballots. Ballots name options by id and are
 * stored permanently, so the meaning of a ballot must not change.
 */
public final class PollRevision {
  private PollRevision() {}

  /**
   * Checks an update. Texts may be corrected, options added, times and visibility changed, and the
   * limit of choices raised. Options and the site must stay.
   *
   * @param before the present definition
   * @param after the new definition, with the same id
   * @return all violations, empty if the update is allowed
   * @throws IllegalArgumentException if the ids differ
   */
  public static List<FieldViolationException> violations(
      Poll before, Poll after, boolean hasBallots) {
    if (!before.id().equals(after.id())) {
      throw new IllegalArgumentException("different polls: " + before.id() + ", " + after.id());
    }
    var violations = new ArrayList<FieldViolationException>();
    if (!hasBallots) {
      return violations;
    }
    if (!before.site().equals(after.site())) {
      String stay = "must stay " + before.site() + ": the poll has ballots";
      violations.add(new FieldViolationException("site", Rule.FIXED, stay));
    }
    List<String> removed = removed(before, after);
    if (!removed.isEmpty()) {
      String keep = "must keep the ids " + String.join(", ", removed) + ": the poll has ballots";
      violations.add(
          new FieldViolationException(
              "options", Rule.KEPT, keep, Map.of("of", labels(before, removed))));
    }
    int least = before.maxChoices();
    if (after.maxChoices() < least) {
      String most = "must be at least " + least + ": the poll has ballots with that many choices";
      violations.add(
          new FieldViolationException("maxChoices", Rule.RANGE, most, Map.of("min", least)));
    }
    if (after.draft() && !before.draft()) {
      String draft = "cannot be a draft again: the poll has ballots";
      violations.add(new FieldViolationException("draft", Rule.VOTED, draft));
    }
    return violations;
  }

  /**
   * Returns the options of an update with the texts that they had at the first ballots, so that the
   * result tells of texts that were changed since.
   */
  static List<Option> options(Poll before, Poll after, boolean hasBallots) {
    if (!hasBallots) {
      return after.options();
    }
    var known = before.options().stream().collect(Collectors.toMap(Option::id, one -> one));
    return after.options().stream()
        .map(
            option -> {
              Option present = known.get(option.id());
              return present == null ? option : present.relabelled(option.label());
            })
        .toList();
  }

  private static List<String> removed(Poll before, Poll after) {
    var kept = after.options().stream().map(Option::id).collect(Collectors.toSet());
    return before.options().stream().map(Option::id).filter(id -> !kept.contains(id)).toList();
  }

  /** Returns the labels of options, because managers know options by label. */
  private static List<String> labels(Poll poll, List<String> ids) {
    return poll.options().stream()
        .filter(option -> ids.contains(option.id()))
        .map(Option::label)
        .toList();
  }
}
