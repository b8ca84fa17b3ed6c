package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import java.time.Duration;
import java.util.List;

/** The problems that refused votes are answered with. */
final class VoteProblems {
  private VoteProblems() {}

  /** The problem for a rule of the poll that a vote breaks. */
  static Problem of(Reason reason, Poll poll) {
    return switch (reason) {
      case UNKNOWN_OPTION -> choices(reason, "names an option that the poll does not have");
      case NUMBER_OF_CHOICES ->
          choices(reason, "must be 1 to " + poll.maxChoices() + " different options");
      case NOT_OPEN ->
          conflict(
              reason, "The poll is not open yet", "Voting starts later. See `opens` of the poll.");
      case CLOSED -> conflict(reason, "The poll is closed", "The poll accepts no more votes.");
      case ALREADY_VOTED ->
          conflict(reason, "Already voted", "A ballot cannot be changed in this poll.");
      default -> Problem.invalid("The vote is not valid.", List.of());
    };
  }

  static Problem unknownPoll() {
    return new Problem(
        "/problems/not-found",
        "Not found",
        404,
        "No such poll.",
        List.of(fault("poll", Reason.UNKNOWN_POLL, "is not the id of a poll")));
  }

  static Problem origin() {
    return new Problem(
        "/problems/origin",
        "Origin not allowed",
        403,
        "The page that sent the vote is not on one of the site's origins.",
        List.of(fault("Origin", Reason.ORIGIN, "must be one of the site's origins")));
  }

  /**
   * The problem for a vote above a rate limit.
   *
   * @param wait time until the next permit
   */
  static ProblemException rateLimited(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    String detail = "Too many votes from your network. Retry in " + seconds + " s.";
    return Problem.of(429, "too-fast", "Too many votes", detail).asException(wait);
  }

  /** The problem for an invalid field of the body. */
  static Problem invalid(String field, String detail) {
    return Problem.invalid("The vote is not valid.", List.of(fault(field, Reason.INVALID, detail)));
  }

  private static Problem choices(Reason reason, String detail) {
    return Problem.invalid("The vote is not valid.", List.of(fault("choices", reason, detail)));
  }

  private static Problem conflict(Reason reason, String title, String detail) {
    return new Problem(
        "/problems/" + reason.label(), title, 409, detail, List.of(fault("poll", reason, detail)));
  }

  private static Problem.Fault fault(String field, Reason reason, String detail) {
    return new Problem.Fault(null, field, reason, detail);
  }
}
