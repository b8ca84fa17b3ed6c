package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import java.util.Optional;

/**
 * The answer to a vote of a form that was not taken.
 *
 * @param status HTTP status
 * @param reason reason why
 * @param retryAfter seconds until the vote may be sent again, if they are known
 */
record VoteRefusal(int status, Reason reason, Optional<Long> retryAfter) {
  /** The refusal of a form that this server has not issued for the voter. */
  static final VoteRefusal FORM = new VoteRefusal(403, Reason.ORIGIN, Optional.empty());

  /** Returns the refusal that a problem tells of. */
  static VoteRefusal of(ProblemException exception) {
    Problem problem = exception.problem();
    Reason reason =
        problem.errors().stream().findFirst().map(Problem.Fault::reason).orElse(Reason.UNAVAILABLE);
    return new VoteRefusal(problem.status(), reason, exception.retryAfterSeconds());
  }

  /** Tells whether the voter's network has sent too many votes. */
  boolean isRateLimited() {
    return status == 429;
  }
}
