package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A group of sites, such as those of a department or of a "khối thi đua".
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9-]{1,64}}
 * @param name display name
 * @param position position in lists of groups, from 0. Equal positions are ordered by name.
 * @param letterhead head and end of its official reports. Null if it has none
 */
public record Group(int v, String id, String name, int position, @Nullable Letterhead letterhead) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

  public Group {
    checkId(id);
    Require.text(name, 200, "name");
    Require.notNegative(position, "position");
  }

  /** A group without letterhead. */
  public Group(int v, String id, String name, int position) {
    this(v, id, name, position, null);
  }

  /**
   * Requires that a text is a valid group id.
   *
   * @throws IllegalArgumentException if not
   */
  public static String checkId(@Nullable String id) {
    return Require.matches(id, ID, "group");
  }
}
