package io.sitepulse.dashboard.note;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days of a report that something is known about.
 *
 * @param from first day, also if it is before the period
 * @param to last day
 * @param scopeName the site or group it is about. Null if it is about all sites of the report
 * @param entered in a review of a past period the day a note was entered, if that was after the
 *     period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DayMark(
    Kind kind,
    LocalDate from,
    LocalDate to,
    String text,
    @Nullable String scopeName,
    @JsonIgnore @Nullable LocalDate entered) {

  /** The origin of a mark. */
  public enum Kind implements Labelled {
    /** A holiday of Vietnam. */
    HOLIDAY,
    /** A note of an editor. */
    NOTE;

    @Override
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Tells if it is about a day of all sites of the report. */
  public boolean explains(LocalDate day) {
    return scopeName == null && !day.isBefore(from) && !day.isAfter(to);
  }
}
