package io.sitepulse.contract.note;

import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A note on days that explains their figures, such as "cúp điện".
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9-]{1,64}}
 * @param scope sites that it is about
 * @param from first day
 * @param to last day, at most {@link #MAX_DAYS} days in all
 * @param text 1 to 200 characters
 * @param enteredBy account that entered or changed it
 */
public record DayNote(
    int v, String id, Scope scope, LocalDate from, LocalDate to, String text, String enteredBy) {
  public static final int VERSION = 1;

  /** Days that one note can be about. */
  public static final int MAX_DAYS = 31;

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  public DayNote {
    Require.matches(id, ID, "id");
    Require.present(scope, "scope");
    requireDay(from, "from");
    requireDay(to, "to");
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MAX_DAYS) {
      throw new FieldViolationException(
          "to",
          Rule.PERIOD_LENGTH,
          "must make 1 to " + MAX_DAYS + " days",
          Map.of("min", 1, "max", MAX_DAYS));
    }
    Require.text(text, 200, "text");
    Require.text(enteredBy, 200, "enteredBy");
  }

  private static void requireDay(LocalDate day, String field) {
    Require.present(day, field);
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw new FieldViolationException(
          field,
          Rule.DAY_RANGE,
          "must be " + FIRST + " to " + LAST,
          Map.of("min", FIRST.toString(), "max", LAST.toString()));
    }
  }

  /** Tells if it is about any of the days from one day to another, both included. */
  public boolean overlaps(LocalDate first, LocalDate last) {
    return !from.isAfter(last) && !to.isBefore(first);
  }
}
