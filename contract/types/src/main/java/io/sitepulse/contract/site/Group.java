package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sites that are looked at together, such as a department's or those of a "khối thi đua".
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9-]{1,64}}
 * @param name as managers read it
 * @param position where it stands among the groups, from 0 on; equal ones by name
 */
public record Group(int v, String id, String name, int position) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

  public Group {
    checkId(id);
    Require.text(name, 200, "name");
    Require.notNegative(position, "position");
  }

  /**
   * Asks that a text can be a group's id.
   *
   * @throws IllegalArgumentException if not
   */
  public static String checkId(@Nullable String id) {
    return Require.matches(id, ID, "group");
  }
}
