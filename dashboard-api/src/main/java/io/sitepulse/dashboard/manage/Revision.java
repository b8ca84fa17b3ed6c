package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.http.Problem;
import io.sitepulse.dashboard.web.Cacheable;
import io.sitepulse.dashboard.web.JsonText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether somebody else has changed a definition meanwhile: its entity tag is of the
 * definition alone, not of the figures beside it in an answer.
 */
final class Revision {
  private Revision() {}

  /** The entity tag of a definition. */
  static String of(Object definition) {
    return Cacheable.tagOf(JsonText.of(definition));
  }

  /**
   * Asks that {@code If-Match}, if it was sent, names the definition as it is.
   *
   * @throws io.sitepulse.contract.http.ProblemException 412 otherwise
   */
  static void match(@Nullable String ifMatch, Object definition) {
    if (ifMatch == null) {
      return;
    }
    String tag = of(definition);
    boolean matches =
        Arrays.stream(ifMatch.split(",", -1))
            .map(String::trim)
            .anyMatch(known -> known.equals(tag) || known.equals("*"));
    if (!matches) {
      throw Problem.of(
              412,
              "changed-meanwhile",
              "Changed meanwhile",
              "Somebody else has changed this. Read it again, then change it.")
          .asException();
    }
  }
}
