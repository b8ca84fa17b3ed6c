package io.sitepulse.dashboard.manage;

import io.sitepulse.runtime.http.Problem;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state that a write requires of the present definition, for optimistic locking.
 *
 * @param ifMatch entity tags, one of which the definition must have, or {@code *} for any. Null if
 *     every state is accepted.
 * @param ifNoneMatch {@code *} if the definition must not exist. Other values have no effect.
 */
public record Precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

  /**
   * Checks a definition that exists.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 412 if it is not in the required state
   */
  public void require(Object definition) {
    requireOrNew(Optional.of(definition));
  }

  /**
   * Checks a definition that may be new.
   *
   * @param definition empty if it does not exist. No entity tag matches that.
   * @throws io.sitepulse.runtime.http.ProblemException 412 if it is not in the required state
   */
  public void requireOrNew(Optional<?> definition) {
    if (ifMatch != null && definition.filter(known -> matches(ifMatch, known)).isEmpty()) {
      throw Problem.of(
              412,
              "changed-meanwhile",
              "Changed meanwhile",
              "This was changed by someone else. Reload it and repeat your change.")
          .asException();
    }
    if (ifNoneMatch != null && ifNoneMatch.trim().equals("*") && definition.isPresent()) {
      throw Problem.of(412, "exists", "Exists already", "An entry with this name exists already.")
          .asException();
    }
  }

  private static boolean matches(String ifMatch, Object definition) {
    String tag = EntityTag.tagOf(definition);
    return Arrays.stream(ifMatch.split(",", -1))
        .map(String::trim)
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }
}
