package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.runtime.http.Problem;
import java.util.List;

/** The answers to votes that are not taken. */
final class VoteProblems {
  private VoteProblems() {}

  /** The answer for a reason that the poll gives. */
  static Problem of(Reason reason, Poll poll) {
    return switch (reason) {
      case UNKNOWN_OPTION -> choices(reason, "names an option that the poll does not have");
      case NUMBER_OF_CHOICES ->
          choices(reason, "must be 1 to " + poll.maxChoices() + " different options");
      case NOT_OPEN -> conflict(reason, "The poll is not open yet", "It opens at a later time.");
      case CLOSED -> conflict(reason, "The poll is closed", "It takes no more votes.");
      case ALREADY_VOTED ->
          conflict(reason, "Already voted", "This poll does not let a ballot be changed.");
      default -> Problem.invalid("The vote is not valid.", List.of());
    };
  }

  static Problem unknownPoll() {
    return new Problem(
        "/problems/not-found",
        "Not found",
        404,
        "There is no such poll.",
        List.of(fault("poll", Reason.UNKNOWN_POLL, "is not the id of a poll")));
  }

  static Problem origin() {
    return new Problem(
        "/problems/origin",
        "Not from this page",
        403,
        "The page that sent this is not one of the site's origins.",
        List.of(fault("Origin", Reason.ORIGIN, "must be one of the site's origins")));
  }

  static Problem tooFast() {
    return Problem.of(
        429, "too-fast", "Too many votes at once", "Your network votes very fast; try again soon.");
  }

  /** A field of the body is wrong. */
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
