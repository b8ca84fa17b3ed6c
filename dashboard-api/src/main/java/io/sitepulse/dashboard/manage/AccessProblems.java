package io.sitepulse.dashboard.manage;

import io.sitepulse.runtime.http.Problem;

/** The problems of callers who lack the rights for what they request. */
public final class AccessProblems {
  private AccessProblems() {}

  /** Returns a 403 problem. */
  public static RuntimeException forbidden(String detail) {
    return Problem.of(403, "forbidden", "Not allowed", detail).asException();
  }

  /**
   * Returns the 404 problem for something that does not exist or that the caller may not view.
   *
   * @param kind e.g. {@code site}
   */
  public static RuntimeException notFound(String kind) {
    return Problem.notFound("No such " + kind + ", or no access to it.").asException();
  }

  static RuntimeException unauthenticated() {
    return Problem.of(401, "not-signed-in", "Not signed in", "Sign in, or send an API token.")
        .asException();
  }
}
