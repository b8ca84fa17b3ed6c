package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Visibility;

/** Decides which readers may see the results of a poll. */
final class ResultVisibility {
  private ResultVisibility() {}

  /**
   * Tells whether a public reader may see the results now. Scheduled polls show no results: a row
   * of zeros would mislead.
   *
   * @param voted whether the reader has shown a receipt of the poll
   */
  static boolean isVisible(Visibility visibility, Phase phase, boolean voted) {
    return phase != Phase.SCHEDULED && isVisible(visibility, voted, phase == Phase.CLOSED);
  }

  private static boolean isVisible(Visibility visibility, boolean voted, boolean closed) {
    return switch (visibility) {
      case ALWAYS -> true;
      // A closed poll takes no votes, so its results are shown to all readers.
      case AFTER_VOTING -> voted || closed;
      case AFTER_CLOSING -> closed;
      case MANAGERS -> false;
    };
  }
}
