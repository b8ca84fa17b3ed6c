package io.sitepulse.contract.counter;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A site's day as the key of a record: "site|day".
 *
 * @param site site id
 * @param day the site's local day
 */
public record DayKey(String site, LocalDate day) {
  private static final char SEPARATOR = '|';

  public DayKey {
    Site.checkId(site);
    Require.present(day, "day");
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static DayKey parse(String key) {
    int end = key.indexOf(SEPARATOR);
    try {
      return new DayKey(
          key.substring(0, Math.max(0, end)), LocalDate.parse(key.substring(end + 1)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("key must be site|day", e);
    }
  }

  /** The key. */
  @Override
  public String toString() {
    return site + SEPARATOR + day;
  }
}
