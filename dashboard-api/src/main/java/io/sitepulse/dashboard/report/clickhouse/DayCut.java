package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * The end of the part of a compared day that stands beside a running day: the same local time.
 *
 * @param day the running day
 * @param compared the day to cut
 */
record DayCut(LocalDate day, LocalDate compared, Instant now) {
  /**
   * The end of the part for a site. A site whose day is over is compared with the whole day, one
   * whose day has not begun with nothing.
   */
  Instant until(Site site) {
    ZonedDateTime local = now.atZone(site.zone());
    if (local.toLocalDate().isBefore(day)) {
      return compared.atStartOfDay(site.zone()).toInstant();
    }
    return local.toLocalDate().isAfter(day)
        ? compared.plusDays(1).atStartOfDay(site.zone()).toInstant()
        : compared.atTime(local.toLocalTime()).atZone(site.zone()).toInstant();
  }
}
