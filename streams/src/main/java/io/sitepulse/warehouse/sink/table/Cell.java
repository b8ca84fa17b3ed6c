package io.sitepulse.warehouse.sink.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.event.Reason;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as ClickHouse's columns can hold them. A time no column can hold (a foreign producer's
 * nonsense) becomes the nearest it can: the record itself must never be one that ClickHouse refuses
 * for ever, for the sink never skips.
 */
final class Cell {
  /** For a day that is not known. */
  static final LocalDate NO_DAY = LocalDate.EPOCH;

  private static final LocalDate LAST_DAY = LocalDate.of(2149, 6, 6);
  private static final long LAST_MILLI = Instant.parse("2286-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST_HOUR = Instant.parse("2106-01-01T00:00:00Z").getEpochSecond();
  private static final UUID NO_ID = new UUID(0, 0);

  private Cell() {}

  /** {@code DateTime64(3)}: milliseconds since the epoch. */
  static long millis(Instant instant) {
    return Math.max(0, Math.min(instant.toEpochMilli(), LAST_MILLI));
  }

  /** {@code DateTime}, cut to the minute: seconds since the epoch. */
  static long minute(Instant instant) {
    return cut(instant, 60);
  }

  /** {@code DateTime}, cut to the hour: seconds since the epoch. */
  static long hour(Instant instant) {
    return cut(instant, 3600);
  }

  private static long cut(Instant instant, int seconds) {
    long second = Math.max(0, Math.min(instant.getEpochSecond(), LAST_HOUR));
    return second - second % seconds;
  }

  /** {@code Date}. */
  static LocalDate day(@Nullable LocalDate day) {
    if (day == null || day.isBefore(NO_DAY)) {
      return NO_DAY;
    }
    return day.isAfter(LAST_DAY) ? LAST_DAY : day;
  }

  /** A text; none is the empty one. */
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A JSON value as text; none is the empty one. */
  static String json(@Nullable JsonNode json) {
    return json == null ? "" : json.toString();
  }

  /** {@code UUID}; none is all zeros. */
  static UUID id(@Nullable UUID id) {
    return id == null ? NO_ID : id;
  }

  /** {@code UInt64} of a pseudonym's 16 hex digits; nobody is 0. */
  static BigInteger visitor(@Nullable String visitor) {
    return visitor == null ? BigInteger.ZERO : new BigInteger(visitor, 16);
  }

  /** {@code Map(String, UInt64)} by the reasons' labels. */
  static Map<String, Long> byLabel(Map<Reason, Long> rejected) {
    var labels = new TreeMap<String, Long>();
    rejected.forEach((reason, count) -> labels.put(reason.label(), count));
    return labels;
  }
}
