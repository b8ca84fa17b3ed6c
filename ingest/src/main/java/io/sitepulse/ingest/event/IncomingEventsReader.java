package io.sitepulse.ingest.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a request body: one event, or an array of up to {@value #MOST}. */
final class IncomingEventsReader {
  static final int MOST = 500;

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
      throw new UncheckedIOException(e); // Reading a byte array cannot fail.
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
    var fields = new IncomingEventParser(index);
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      fields.fault("event", "must be an object");
      return fields.event();
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      fields.take(name, json);
    }
    return fields.event();
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
