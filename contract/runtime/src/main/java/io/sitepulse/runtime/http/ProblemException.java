package io.sitepulse.runtime.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries a problem to {@link ProblemHandler}. It has no stack trace, because it is an expected
 * response.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient @Nullable Duration retryAfter;

  ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.title() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** The response to send. */
  public Problem problem() {
    return problem;
  }

  /** The time after which the client may try again, at least one second, if it is known. */
  public Optional<Long> retryAfterSeconds() {
    return Optional.ofNullable(retryAfter)
        .map(time -> Math.max(1, time.plusMillis(999).toSeconds()));
  }
}
