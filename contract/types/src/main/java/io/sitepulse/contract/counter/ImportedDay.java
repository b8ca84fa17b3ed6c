package io.sitepulse.contract.counter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;

/**
 * A site's day that another program counted. Its absolute sums are added to those of the shards. A
 * later record of the same site and day replaces an earlier one.
 *
 * @param v schema version, 1
 * @param site site id
 * @param day the site's local day
 * @param sums imported sums
 * @param ledger outcome of each event, as far as known. It has at least the views.
 * @param raw true if the raw events and their receipts are in ClickHouse, so that an audit can
 *     count them again
 * @param source origin of the numbers
 * @param enteredBy account that imported them
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

  /** The key in {@code imported-days}. */
  @JsonIgnore
  public DayKey key() {
    return new DayKey(site, day);
  }
}
