package io.sitepulse.contract.counter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;

/**
 * A site's day that was counted elsewhere: absolute sums that come in beside those of the shards. A
 * later record of the same site and day replaces an earlier one.
 *
 * @param v schema version, 1
 * @param site site id
 * @param day the site's local day
 * @param sums what was counted there
 * @param ledger what became of every event, as far as is known; at least the views
 * @param raw whether its raw events are in ClickHouse too, with their receipts, so that an audit
 *     can recount them; otherwise these sums are all there is
 * @param source where the numbers come from
 * @param enteredBy who brought them
 */
public record ImportedDay(
    int v,
    String site,
    LocalDate day,
    DaySums sums,
    Ledger ledger,
    boolean raw,
    String source,
    String enteredBy) {
  public static final int VERSION = 1;

  public ImportedDay {
    Site.checkId(site);
    Require.present(day, "day");
    Require.present(sums, "sums");
    Require.present(ledger, "ledger");
    Require.text(source, 200, "source");
    Require.text(enteredBy, 200, "enteredBy");
    if (ledger.views() != sums.views()) {
      throw new IllegalArgumentException("ledger.views must be sums.views");
    }
  }

  /** Its key in {@code imported-days}. */
  @JsonIgnore
  public DayKey key() {
    return new DayKey(site, day);
  }
}
