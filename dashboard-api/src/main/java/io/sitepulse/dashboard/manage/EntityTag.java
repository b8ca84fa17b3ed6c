package io.sitepulse.dashboard.manage;

import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.runtime.http.Problem;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether somebody else has changed a definition meanwhile. The revision is of what may be
 * said of the definition, not of the figures beside it in an answer; every entry of a list tells
 * its own, and in quotation marks it is the entity tag of the entry.
 */
public final class EntityTag {
  private EntityTag() {}

  /** The revision of a definition. */
  public static String of(Object definition) {
    String tag = tagOf(definition);
    return tag.substring(1, tag.length() - 1);
  }

  /** The entity tag of a definition. */
  static String tagOf(Object definition) {
    return ConditionalResponse.tagOf(JsonText.of(definition));
  }

  /**
   * Asks that {@code If-Match}, if it was sent, names the definition as it is.
   *
   * @param definition what is there; empty: nothing, which no tag names
   * @throws io.sitepulse.runtime.http.ProblemException 412 otherwise
   */
  static void match(@Nullable String ifMatch, Optional<?> definition) {
    if (ifMatch != null && definition.filter(known -> names(ifMatch, known)).isEmpty()) {
      throw Problem.of(
              412,
              "changed-meanwhile",
              "Changed meanwhile",
              "Somebody else has changed this. Read it again, then change it.")
          .asException();
    }
  }

  /**
   * Asks that nothing is there yet, if {@code If-None-Match: *} was sent.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 412 otherwise
   */
  static void matchNone(@Nullable String ifNoneMatch, Optional<?> definition) {
    if (ifNoneMatch != null && ifNoneMatch.trim().equals("*") && definition.isPresent()) {
      throw Problem.of(412, "exists", "Exists already", "There is one of that name already.")
          .asException();
    }
  }

  private static boolean names(String ifMatch, Object definition) {
    String tag = tagOf(definition);
    return Arrays.stream(ifMatch.split(",", -1))
        .map(String::trim)
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }
}
