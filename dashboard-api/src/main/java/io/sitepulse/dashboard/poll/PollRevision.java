package io.sitepulse.dashboard.poll;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may still be changed of a poll. Ballots name options by id and are kept for ever, so once
 * there is one, what it says must stay what its voter said.
 */
public final class PollRevision {
  private PollRevision() {}

  /**
   * A change that is not allowed.
   *
   * @param field of the poll
   * @param detail for people, in English
   */
  public record Refusal(String field, String detail) {}

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
  public static List<Refusal> refuses(Poll before, Poll after, boolean hasBallots) {
    if (!before.id().equals(after.id())) {
      throw new IllegalArgumentException("not the same poll: " + before.id() + ", " + after.id());
    }
    var refusals = new ArrayList<Refusal>();
    if (!hasBallots) {
      return refusals;
    }
    if (!before.site().equals(after.site())) {
      refusals.add(new Refusal("site", "must stay " + before.site() + ": there are ballots"));
    }
    List<String> gone = gone(before, after);
    if (!gone.isEmpty()) {
      String names = String.join(", ", gone);
      refusals.add(new Refusal("options", "must keep the ids " + names + ": there are ballots"));
    }
    if (after.maxChoices() < before.maxChoices()) {
      String least = "must be at least " + before.maxChoices();
      refusals.add(new Refusal("maxChoices", least + ": there are ballots with so many choices"));
    }
    if (after.draft() && !before.draft()) {
      refusals.add(new Refusal("draft", "cannot be a draft again: there are ballots"));
    }
    return refusals;
  }

  private static List<String> gone(Poll before, Poll after) {
    var kept = after.options().stream().map(Option::id).collect(Collectors.toSet());
    return before.options().stream().map(Option::id).filter(id -> !kept.contains(id)).toList();
  }
}
