package io.sitepulse.contract.counter;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The key of a site's day in a topic: {@code site|day}.
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
   * Parses a key.
   *
   * @throws IllegalArgumentException if the text is not a key
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

  /** The text of the key. */
  @Override
  public String toString() {
    return site + SEPARATOR + day;
  }
}
