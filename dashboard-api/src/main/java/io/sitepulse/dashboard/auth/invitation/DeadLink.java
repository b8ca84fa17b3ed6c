package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.runtime.http.Problem;

/** What is said of a code that does nothing, or does no more. */
final class DeadLink {
  private DeadLink() {}

  static Problem problem() {
    return Problem.of(
        410, "code", "The link is no longer valid", "It was used or is too old. Ask for another.");
  }
}
