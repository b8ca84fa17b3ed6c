package io.sitepulse.contract.counter;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The absolute counters and the ledger of one site and day: the value of {@code site-days}. A later
 * record of the same key replaces an earlier one.
 *
 * @param v schema version, 1
 * @param site site id
 * @param day the site's local day
 * @param asOf instant of the sums
 * @param sums sums of the day
 * @param ledger outcome of each event
 */
public record SiteDay(
    int v, String site, LocalDate day, Instant asOf, DaySums sums, Ledger ledger) {
  public static final int VERSION = 1;

  public SiteDay {
    Site.checkId(site);
    Require.present(day, "day");
    Require.present(asOf, "asOf");
    Require.present(sums, "sums");
    Require.present(ledger, "ledger");
  }
}
