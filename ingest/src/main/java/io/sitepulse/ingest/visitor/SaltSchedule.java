package io.sitepulse.ingest.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Determines the dates whose salts are needed now or soon. */
final class SaltSchedule {
  /** A salt is created this long before its first midnight, so that no event waits for it. */
  static final Duration AHEAD = Duration.ofHours(1);

  private SaltSchedule() {}

  /** The local dates of time zones, now and within {@link #AHEAD}. */
  static Set<LocalDate> at(Instant now, Collection<ZoneId> zones) {
    var dates = new TreeSet<LocalDate>();
    for (ZoneId zone : zones) {
      dates.add(now.atZone(zone).toLocalDate());
      dates.add(now.plus(AHEAD).atZone(zone).toLocalDate());
    }
    return dates;
  }
}
