package io.sitepulse.warehouse.sink.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts Java values to the types of ClickHouse columns. A time outside the range of a column
 * becomes the nearest one inside: the sink never skips a record, so no record may hold a value that
 * ClickHouse refuses for ever.
 */
final class ColumnTypes {
  /** Stands for an unknown day. */
  static final LocalDate NO_DAY = LocalDate.EPOCH;

  private static final ObjectWriter AS_DEFINED = Json.MAPPER.writer();

  /** An object without a type of its own keeps the nulls it was read with. */
  private static final ObjectWriter AS_READ =
      Json.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS).writer();

  private static final LocalDate LAST_DAY = LocalDate.of(2149, 6, 6);
  private static final Instant LAST_MILLI = Instant.parse("2286-01-01T00:00:00Z");
  private static final Instant LAST_HOUR = Instant.parse("2106-01-01T00:00:00Z");
  private static final UUID NO_ID = new UUID(0, 0);

  private ColumnTypes() {}

  /** Converts to {@code DateTime64(3)}, which takes a time since 1970. */
  static Instant millis(Instant instant) {
    return between(instant, LAST_MILLI);
  }

  /** Converts to {@code DateTime}, truncated to the minute. */
  static Instant minute(Instant instant) {
    return between(instant, LAST_HOUR).truncatedTo(ChronoUnit.MINUTES);
  }

  /** Converts to {@code DateTime}, truncated to the hour. */
  static Instant hour(Instant instant) {
    return between(instant, LAST_HOUR).truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant between(Instant instant, Instant last) {
    if (instant.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return instant.isAfter(last) ? last : instant;
  }

  /** Converts to {@code Date}. */
  static LocalDate day(@Nullable LocalDate day) {
    if (day == null || day.isBefore(NO_DAY)) {
      return NO_DAY;
    }
    return day.isAfter(LAST_DAY) ? LAST_DAY : day;
  }

  /** Converts to {@code String}. Null becomes the empty string. */
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Converts to a {@code String} of JSON. Null becomes the empty string. */
  static String json(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    try {
      return (value instanceof Map ? AS_READ : AS_DEFINED).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a value that was read from JSON", e);
    }
  }

  /** Converts to {@code UUID}. Null becomes the UUID of zeros. */
  static UUID uuid(@Nullable UUID id) {
    return id == null ? NO_ID : id;
  }

  /**
   * Converts a pseudonym of 16 hex digits to {@code UInt64}, as a {@code long} of the same bits.
   * Null becomes 0.
   */
  static long visitor(@Nullable String visitor) {
    return visitor == null ? 0 : Long.parseUnsignedLong(visitor, 16);
  }

  /** Converts to {@code Map(String, UInt64)}, keyed by the labels of the reasons. */
  static Map<String, Long> byLabel(Map<Reason, Long> rejected) {
    var labels = new TreeMap<String, Long>();
    rejected.forEach((reason, count) -> labels.put(reason.label(), count));
    return labels;
  }
}
