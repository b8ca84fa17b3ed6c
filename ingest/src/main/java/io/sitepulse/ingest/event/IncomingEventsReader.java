package io.sitepulse.ingest.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a request body: one event, or an array of up to {@value #MOST}. */
final class IncomingEventsReader {
  static final int MOST = 500;

  private static final int UUID_LENGTH = 36;

  private static final JsonFactory FACTORY = Json.MAPPER.getFactory();

  private IncomingEventsReader() {}

  /**
   * Reads a body in one pass. An invalid field is a fault of its event and does not stop reading.
   *
   * @return at least one event
   * @throws ProblemException if the body is not JSON, or not one to {@value #MOST} events
   */
  static List<IncomingEvent> read(byte[] body) {
    try (JsonParser json = FACTORY.createParser(body)) {
      boolean several = json.nextToken() == JsonToken.START_ARRAY;
      List<IncomingEvent> events = several ? array(json) : List.of(single(json));
      if (json.nextToken() != null) {
        throw unreadable("there is more than one value", json.currentTokenLocation());
      }
      return events;
    } catch (JsonProcessingException e) {
      throw unreadable(whatIsWrong(e), e.getLocation());
    } catch (IOException e) {
      // Reading an array cannot fail, but Jackson decodes UTF-16 and UTF-32 too.
      throw unreadable("it is not valid UTF-8", null);
    }
  }

  private static List<IncomingEvent> array(JsonParser json) throws IOException {
    var events = new ArrayList<IncomingEvent>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (events.size() == MOST) {
        throw Problem.invalid("Send at most " + MOST + " events at once.", List.of()).asException();
      }
      events.add(event(json, events.size()));
    }
    if (events.isEmpty()) {
      throw Problem.invalid("The array has no event.", List.of()).asException();
    }
    return events;
  }

  private static IncomingEvent single(JsonParser json) throws IOException {
    if (json.currentToken() == null) {
      throw Problem.invalid("The body is empty.", List.of()).asException();
    }
    return event(json, null);
  }

  private static IncomingEvent event(JsonParser json, @Nullable Integer index) throws IOException {
    var event = IncomingEvent.builder().index(index);
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return event.fault("event", "must be an object").build();
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      field(name, json, event);
    }
    return event.build();
  }

  /** Reads the value of a field. Unknown fields are ignored. */
  private static void field(String name, JsonParser json, IncomingEvent.Builder event)
      throws IOException {
    switch (name) {
      case "id" -> event.id(uuid(name, json, event));
      case "kind" -> event.kind(kind(json, event));
      case "site" -> event.site(text(name, json, event));
      case "page" -> event.page(text(name, json, event));
      case "title" -> event.title(sideText(name, json, event));
      case "referrer" -> event.referrer(sideText(name, json, event));
      case "language" -> event.language(sideText(name, json, event));
      case "view" -> event.view(view(json, event));
      case "engagedMs" -> event.engagedMs(engaged(json, event));
      case "ageMs" -> event.ageMs(age(json, event));
      case "anonymous" -> event.anonymous(anonymous(json, event));
      default -> json.skipChildren();
    }
  }

  private static @Nullable String text(String name, JsonParser json, IncomingEvent.Builder event)
      throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    otherType(json, event, name, "must be a text");
    return null;
  }

  private static @Nullable UUID uuid(String name, JsonParser json, IncomingEvent.Builder event)
      throws IOException {
    String text = text(name, json, event);
    if (text == null || isUuid(text)) {
      return text == null ? null : UUID.fromString(text);
    }
    event.fault(name, "must be a UUID, as 123e4567-e89b-12d3-a456-426614174000");
    return null;
  }

  /** {@link UUID#fromString} alone also takes {@code 1-1-1-1-1}. */
  private static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (dash ? c != '-' : !HexFormat.isHexDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static EventKind kind(JsonParser json, IncomingEvent.Builder event) throws IOException {
    String text = text("kind", json, event);
    if (text == null || text.equals(EventKind.VIEW.label())) {
      return EventKind.VIEW;
    }
    if (!text.equals(EventKind.HEARTBEAT.label())) {
      event.fault("kind", "must be view or heartbeat");
    }
    return EventKind.HEARTBEAT;
  }

  /** The age decides about the day, so another type is a fault. */
  private static long age(JsonParser json, IncomingEvent.Builder event) throws IOException {
    if (isLong(json)) {
      return json.getLongValue();
    }
    otherType(json, event, "ageMs", "must be a number of milliseconds");
    return 0;
  }

  private static long engaged(JsonParser json, IncomingEvent.Builder event) throws IOException {
    if (isLong(json)) {
      return json.getLongValue();
    }
    drop("engagedMs", json, event);
    return 0;
  }

  /** Tells if the value is a number in the range of a long. A fraction is cut off. */
  private static boolean isLong(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        : json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            && Math.abs(json.getDoubleValue()) < Long.MAX_VALUE;
  }

  private static @Nullable UUID view(JsonParser json, IncomingEvent.Builder event)
      throws IOException {
    String text = sideText("view", json, event);
    if (text == null || isUuid(text)) {
      return text == null ? null : UUID.fromString(text);
    }
    event.dropped("view");
    return null;
  }

  private static @Nullable String sideText(
      String name, JsonParser json, IncomingEvent.Builder event) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    drop(name, json, event);
    return null;
  }

  /** Any value but false and null asks to be anonymous, because the page meant something by it. */
  private static boolean anonymous(JsonParser json, IncomingEvent.Builder event)
      throws IOException {
    if (json.currentToken().isBoolean()) {
      return json.getBooleanValue();
    }
    boolean absent = json.currentToken() == JsonToken.VALUE_NULL;
    drop("anonymous", json, event);
    return !absent;
  }

  /** Ignores the value of a side field. It does not cost the event. */
  private static void drop(String name, JsonParser json, IncomingEvent.Builder event)
      throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      json.skipChildren();
      event.dropped(name);
    }
  }

  /** Treats null as an absent field. Any other type is a fault. */
  private static void otherType(
      JsonParser json, IncomingEvent.Builder event, String name, String detail) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      json.skipChildren();
      event.fault(name, detail);
    }
  }

  /** Describes the error without quoting the body, unlike Jackson's message. */
  private static String whatIsWrong(JsonProcessingException e) {
    return e.getOriginalMessage().startsWith("Duplicate field")
        ? "a field occurs twice"
        : "it is not valid JSON";
  }

  private static ProblemException unreadable(String what, @Nullable JsonLocation where) {
    String place =
        where == null ? "" : ", line " + where.getLineNr() + ", column " + where.getColumnNr();
    return Problem.invalid("The body cannot be read: " + what + place + ".", List.of())
        .asException();
  }
}
