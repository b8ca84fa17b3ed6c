package io.sitepulse.ingest.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Which dates' salts are needed, now or soon. */
final class SaltSchedule {
  /** A salt is made this long before its first midnight, so that midnight waits for nothing. */
  static final Duration AHEAD = Duration.ofHours(1);

  private SaltSchedule() {}

  /** The local dates of some time zones, now and within {@link #AHEAD}. */
  static Set<LocalDate> at(Instant now, Collection<ZoneId> zones) {
    var dates = new TreeSet<LocalDate>();
    for (ZoneId zone : zones) {
      dates.add(now.atZone(zone).toLocalDate());
      dates.add(now.plus(AHEAD).atZone(zone).toLocalDate());
    }
    return dates;
  }
}
