package io.sitepulse.dashboard.manage;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parses request bodies of the management API strictly: an unknown field is refused, because it is
 * probably a typing error that would otherwise be lost. Events and definitions are read leniently,
 * because other versions of the program write them.
 */
final class RequestBody {
  private static final String BODY = "body";
  private static final ObjectReader STRICT =
      Json.MAPPER
          .reader()
          .with(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  /** A field type, with the rule and the message for a value of another type. */
  private record Kind(Predicate<Class<?>> is, Rule rule, String expected) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(ZoneId.class::isAssignableFrom, Rule.ZONE, "a time zone like Asia/Ho_Chi_Minh"),
          new Kind(LocalDate.class::equals, Rule.DAY, "a day like 2026-11-22"),
          new Kind(Instant.class::equals, Rule.TIME, "milliseconds since 1970-01-01T00:00:00Z"),
          new Kind(Iterable.class::isAssignableFrom, Rule.LIST, "a list"),
          new Kind(Set.of(boolean.class, Boolean.class)::contains, Rule.BOOLEAN, "true or false"),
          new Kind(Class::isPrimitive, Rule.NUMBER, "a whole number"),
          new Kind(Number.class::isAssignableFrom, Rule.NUMBER, "a whole number"),
          new Kind(String.class::equals, Rule.TEXT, "a text"));

  private RequestBody() {}

  /** Parses a body. */
  static ObjectNode object(@Nullable Buffer body) {
    try {
      JsonNode node = body == null ? null : STRICT.readTree(body.getBytes());
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw RequestContext.invalid(BODY, Rule.OBJECT, "must be a JSON object");
    } catch (IOException e) {
      throw RequestContext.invalid(BODY, Rule.JSON, "is not JSON");
    }
  }

  /** Converts an object to a record. */
  static <T> T read(ObjectNode object, Class<T> type) {
    try {
      return STRICT.forType(type).readValue(object);
    } catch (JsonMappingException e) {
      throw RequestContext.invalid(violation(e));
    } catch (JsonParseException e) {
      throw RequestContext.invalid(BODY, Rule.JSON, "is not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FieldViolationException violation(JsonMappingException e) {
    String field = fieldOf(e);
    if (e instanceof UnrecognizedPropertyException) {
      return new FieldViolationException(field, Rule.UNKNOWN_FIELD, "is not a known field");
    }
    if (e.getCause() instanceof FieldViolationException cause) {
      // A nested record names its own fields. A value parsed from a string does not know its field.
      return field.equals(BODY) || cause.field().startsWith(field) ? cause : cause.of(field);
    }
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return new FieldViolationException(field, Rule.INVALID, cause.getMessage());
    }
    Class<?> type = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    return type == null
        ? new FieldViolationException(field, Rule.INVALID, "is not valid")
        : wrongType(field, type);
  }

  private static FieldViolationException wrongType(String field, Class<?> type) {
    if (type.isEnum()) {
      List<String> words = new ArrayList<>();
      Json.MAPPER.valueToTree(type.getEnumConstants()).forEach(word -> words.add(word.asText()));
      return FieldViolationException.choice(field, words);
    }
    return KINDS.stream()
        .filter(kind -> kind.is.test(type))
        .findFirst()
        .map(kind -> new FieldViolationException(field, kind.rule, "must be " + kind.expected))
        .orElseGet(() -> new FieldViolationException(field, Rule.OBJECT, "must be an object"));
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
