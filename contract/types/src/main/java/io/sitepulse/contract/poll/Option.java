package io.sitepulse.contract.poll;

import io.sitepulse.contract.validation.Require;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a poll.
 *
 * @param id {@code [a-z0-9-]{1,32}}, which must not change after the first ballot
 * @param label text for the voter
 * @param former text for the first voters, or null if it is the same
 */
public record Option(String id, String label, @Nullable String former) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

  public Option {
    Require.matches(id, ID, "options.id");
    Require.text(label, 200, "options.label");
    Require.atMost(former, 200, "options.former");
  }

  /** An option whose text was not changed after ballots. */
  public Option(String id, String label) {
    this(id, label, null);
  }

  /** Returns the option with a text that was changed after ballots for the option as it is. */
  public Option relabelled(String next) {
    String first = former == null ? label : former;
    return new Option(id, next, first.equals(next) ? null : first);
  }
}
