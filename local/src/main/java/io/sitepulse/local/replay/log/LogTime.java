package io.sitepulse.local.replay.log;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the times of access logs.
 *
 * <pre>
 * 12/Mar/2026:08:00:01 +0700     Apache, nginx, Varnish
 * 12/Mar/2026:08:00:01.655       HAProxy, without a time zone
 * 2026-03-12T08:00:01.655+07:00  ISO 8601, with or without a time zone, also with a blank
 * 1773277201.655                 seconds since 1970. Milliseconds to nanoseconds by their length
 * </pre>
 */
final class LogTime {
  private static final DateTimeFormatter LOG =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("dd/MMM/yyyy:HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendPattern(" Z")
          .toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd['T'][ ]HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter(Locale.ENGLISH);
  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,19}(?:\\.[0-9]{1,9})?");
  private static final int SECONDS_DIGITS = 11;
  private static final int DIGITS_STEP = 3;

  private LogTime() {}

  /**
   * Reads a time.
   *
   * @param zone time zone if the text names none
   */
  static Instant read(String text, ZoneId zone) throws MalformedLineException {
    try {
      if (EPOCH.matcher(text).matches()) {
        return epoch(text);
      }
      DateTimeFormatter format = text.indexOf('/') > 0 ? LOG : ISO;
      TemporalAccessor time = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime offset
          ? offset.toInstant()
          : ((LocalDateTime) time).atZone(zone).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw new MalformedLineException("the time cannot be read");
    }
  }

  private static Instant epoch(String text) {
    int point = text.indexOf('.');
    int digits = point < 0 ? text.length() : point;
    int shift = 0;
    while (digits - shift > SECONDS_DIGITS) {
      shift += DIGITS_STEP;
    }
    BigDecimal seconds = new BigDecimal(text).movePointLeft(shift);
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return Instant.ofEpochSecond(seconds.longValue(), nanos);
  }
}
