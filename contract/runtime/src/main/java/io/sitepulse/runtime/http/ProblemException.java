package io.sitepulse.runtime.http;

/**
 * Carries a problem to {@link ProblemHandler}. It has no stack trace, because it is an expected
 * response.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.title() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The response to send. */
  public Problem problem() {
    return problem;
  }
}
