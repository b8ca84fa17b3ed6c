package io.sitepulse.dashboard.manage;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a manager sent. Strictly: a field that is not known is a mistyped one and is refused,
 * since whoever sent it believes it was taken. (Events and definitions are read leniently; those
 * come from older and newer programs.)
 */
final class Body {
  private static final String BODY = "body";
  private static final ObjectReader STRICT =
      Json.MAPPER
          .reader()
          .with(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private Body() {}

  /** A body as an object. */
  static ObjectNode object(@Nullable Buffer body) {
    try {
      JsonNode node = body == null ? null : STRICT.readTree(body.getBytes());
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw Call.invalid(BODY, "a JSON object is wanted");
    } catch (JsonProcessingException e) {
      throw Call.invalid(BODY, "is not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object as a record. */
  static <T> T read(ObjectNode object, Class<T> type) {
    try {
      return STRICT.forType(type).readValue(object);
    } catch (ValueInstantiationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw Call.ruleBroken(String.valueOf(cause.getMessage()));
    } catch (JsonMappingException e) {
      throw Call.invalid(fieldOf(e), words(e));
    } catch (JsonParseException e) {
      throw Call.invalid(BODY, "is not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is there, with what a body says laid over it; its nulls take away. */
  static ObjectNode over(Object present, ObjectNode body) {
    ObjectNode merged = Json.MAPPER.valueToTree(present);
    body.properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                merged.set(field.getKey(), field.getValue());
              }
            });
    return merged;
  }

  private static String words(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not known here";
    }
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return cause.getMessage();
    }
    Class<?> wanted = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    return wanted == null ? "cannot be read" : "must be " + kind(wanted);
  }

  private static String kind(Class<?> wanted) {
    if (wanted.isEnum()) {
      return "one of " + Json.MAPPER.valueToTree(wanted.getEnumConstants());
    }
    if (ZoneId.class.isAssignableFrom(wanted)) {
      return "a time zone like Asia/Ho_Chi_Minh";
    }
    if (wanted == LocalDate.class) {
      return "a day like 2026-11-22";
    }
    if (wanted == Instant.class) {
      return "milliseconds since 1970-01-01T00:00:00Z";
    }
    if (Iterable.class.isAssignableFrom(wanted)) {
      return "a list";
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return "true or false";
    }
    if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
      return "a whole number";
    }
    return wanted == String.class ? "a text" : "an object";
  }

  private static String fieldOf(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? BODY : path;
  }
}
