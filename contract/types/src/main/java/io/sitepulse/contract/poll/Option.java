package io.sitepulse.contract.poll;

import io.sitepulse.contract.validation.Require;
import java.util.regex.Pattern;

/**
 * A choice of a poll.
 *
 * @param id {@code [a-z0-9-]{1,32}}, which must not change after the first ballot
 * @param label text for the voter
 */
public record Option(String id, String label) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

  public Option {
    Require.matches(id, ID, "options.id");
    Require.text(label, 200, "options.label");
  }
}
