package io.sitepulse.runtime.http;

/** A problem on its way to {@link ProblemHandler}. It has no stack trace: it is an answer. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.title() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The answer to give. */
  public Problem problem() {
    return problem;
  }
}
