package io.sitepulse.runtime.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The one way sitepulse writes and reads JSON.
 *
 * <p>Instants are whole milliseconds since the epoch, dates are ISO ({@code 2026-11-21}), absent
 * values are left out, and fields a reader does not know are ignored, so that a newer writer does
 * not stop an older reader.
 */
public final class Json {
  /** Shared and safe for use by any thread; nobody may configure it further. */
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

  private Json() {}
}
