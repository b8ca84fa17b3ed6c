package io.sitepulse.local.doctor;

import java.time.Duration;

/**
 * Difference between the clock of a part and that of this machine.
 *
 * @param uncertainty time that the request took, within which the difference is not known
 */
record ClockDifference(String subject, Duration difference, Duration uncertainty) {
  private static final Duration MUCH = Duration.ofSeconds(5);
  private static final Duration SOME = Duration.ofSeconds(1);
  private static final String REMEDY =
      "switch time synchronization on at both machines (timedatectl)";

  Finding judge() {
    Duration known = difference.abs().minus(uncertainty);
    String text = "differs from this machine by %d ms".formatted(difference.toMillis());
    if (known.compareTo(MUCH) > 0) {
      return Finding.fault(subject, text, REMEDY);
    }
    return known.compareTo(SOME) > 0
        ? Finding.warning(subject, text, REMEDY)
        : Finding.ok(subject, "as on this machine");
  }
}
