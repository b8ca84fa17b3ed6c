package io.sitepulse.dashboard.manage;

import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.runtime.http.Problem;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of definitions, for optimistic locking. A revision covers the editable fields of a
 * definition and not the figures beside it in a response. Every list entry carries its revision,
 * which in quotation marks is the entity tag of the entry.
 */
public final class EntityTag {
  private EntityTag() {}

  /** Returns the revision of a definition. */
  public static String of(Object definition) {
    String tag = tagOf(definition);
    return tag.substring(1, tag.length() - 1);
  }

  static String tagOf(Object definition) {
    return ConditionalResponse.tagOf(JsonText.of(definition));
  }

  /**
   * Requires that {@code If-Match}, if it was sent, names the present definition.
   *
   * @param definition empty if it does not exist. No tag matches that.
   * @throws io.sitepulse.runtime.http.ProblemException 412 otherwise
   */
  static void requireMatch(@Nullable String ifMatch, Optional<?> definition) {
    if (ifMatch != null && definition.filter(known -> matches(ifMatch, known)).isEmpty()) {
      throw Problem.of(
              412,
              "changed-meanwhile",
              "Changed meanwhile",
              "This was changed by someone else. Reload it and repeat your change.")
          .asException();
    }
  }

  /**
   * Requires that the definition does not exist, if {@code If-None-Match: *} was sent.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 412 otherwise
   */
  static void requireNone(@Nullable String ifNoneMatch, Optional<?> definition) {
    if (ifNoneMatch != null && ifNoneMatch.trim().equals("*") && definition.isPresent()) {
      throw Problem.of(412, "exists", "Exists already", "An entry with this name exists already.")
          .asException();
    }
  }

  private static boolean matches(String ifMatch, Object definition) {
    String tag = tagOf(definition);
    return Arrays.stream(ifMatch.split(",", -1))
        .map(String::trim)
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }
}
