package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Visibility;

/** The rule who may see a result. */
final class ResultVisibility {
  private ResultVisibility() {}

  /**
   * Whether a reader of the public address may see the result now. Before the opening there is
   * none: a row of zeros would only mislead.
   *
   * @param voted whether the reader has shown that they voted
   */
  static boolean areFor(Visibility visibility, Phase phase, boolean voted) {
    return phase != Phase.SCHEDULED && areFor(visibility, voted, phase == Phase.CLOSED);
  }

  private static boolean areFor(Visibility visibility, boolean voted, boolean closed) {
    return switch (visibility) {
      case ALWAYS -> true;
      // Once closed nobody can vote any more to see it.
      case AFTER_VOTING -> voted || closed;
      case AFTER_CLOSING -> closed;
      case MANAGERS -> false;
    };
  }
}
