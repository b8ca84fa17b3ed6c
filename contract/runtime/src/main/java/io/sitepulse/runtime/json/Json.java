package io.sitepulse.runtime.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Configuration of JSON in all of sitepulse.
 *
 * <p>Instants are whole milliseconds since the epoch, dates are ISO 8601 ({@code 2026-11-21}). Null
 * values are left out. Unknown fields are ignored, so that an old reader can read what a new writer
 * writes.
 */
public final class Json {
  /** The shared mapper. Thread-safe. Must not be configured further. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withConfigOverride(
              LocalDate.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .withConfigOverride(
              YearMonth.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /**
   * Makes parsers for records that only sitepulse writes: they do not look for repeated fields, of
   * which the last one wins. The search costs a set for each object. A reader cannot switch it off
   * for the factory of its mapper.
   */
  public static final JsonFactory OF_RECORDS = new JsonFactory();

  private Json() {}

  /** Returns a reader of values in records that only sitepulse writes. Thread-safe. */
  public static ObjectReader recordReader(Class<?> type) {
    return MAPPER.readerFor(type).with(OF_RECORDS);
  }
}
