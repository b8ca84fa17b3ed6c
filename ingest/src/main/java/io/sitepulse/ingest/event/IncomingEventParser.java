package io.sitepulse.ingest.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.http.Problem.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one event from a stream of JSON tokens. */
final class IncomingEventParser {
  /** {@link UUID#fromString} alone also takes {@code 1-1-1-1-1}. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final @Nullable Integer index;
  private final List<Fault> faults = new ArrayList<>(0);
  private @Nullable UUID id;
  private EventKind kind = EventKind.VIEW;
  private @Nullable String site;
  private @Nullable String page;
  private @Nullable String title;
  private @Nullable String referrer;
  private @Nullable String language;
  private @Nullable UUID view;
  private long engagedMs;
  private long ageMs;
  private boolean anonymous;

  IncomingEventParser(@Nullable Integer index) {
    this.index = index;
  }

  /** Reads a field. The parser must be at its value. Unknown fields are ignored. */
  void take(String field, JsonParser json) throws IOException {
    switch (field) {
      case "id" -> id = uuid(field, json);
      case "kind" -> kind = kind(json);
      case "site" -> site = text(field, json);
      case "page" -> page = text(field, json);
      case "title" -> title = text(field, json);
      case "referrer" -> referrer = text(field, json);
      case "language" -> language = text(field, json);
      case "view" -> view = uuid(field, json);
      case "engagedMs" -> engagedMs = number(field, json);
      case "ageMs" -> ageMs = number(field, json);
      case "anonymous" -> anonymous = flag(field, json);
      default -> json.skipChildren();
    }
  }

  /** Records a fault of a field. */
  void fault(String field, String detail) {
    faults.add(new Fault(index, field, Reason.INVALID, detail));
  }

  /** Builds the event. */
  IncomingEvent event() {
    return IncomingEvent.builder()
        .index(index)
        .id(id)
        .kind(kind)
        .site(site)
        .page(page)
        .title(title)
        .referrer(referrer)
        .language(language)
        .view(view)
        .engagedMs(engagedMs)
        .ageMs(ageMs)
        .anonymous(anonymous)
        .faults(faults)
        .build();
  }

  private @Nullable String text(String field, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    return none(field, json, "must be a text");
  }

  private @Nullable UUID uuid(String field, JsonParser json) throws IOException {
    String text = text(field, json);
    if (text == null) {
      return null;
    }
    if (!UUID_TEXT.matcher(text).matches()) {
      fault(field, "must be a UUID, as 123e4567-e89b-12d3-a456-426614174000");
      return null;
    }
    return UUID.fromString(text);
  }

  private EventKind kind(JsonParser json) throws IOException {
    String text = text("kind", json);
    if (text == null || text.equals(EventKind.VIEW.label())) {
      return EventKind.VIEW;
    }
    if (!text.equals(EventKind.HEARTBEAT.label())) {
      fault("kind", "must be view or heartbeat");
    }
    return EventKind.HEARTBEAT;
  }

  private long number(String field, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return json.getLongValue();
    }
    none(field, json, "must be a whole number of milliseconds");
    return 0;
  }

  private boolean flag(String field, JsonParser json) throws IOException {
    if (json.currentToken().isBoolean()) {
      return json.getBooleanValue();
    }
    none(field, json, "must be true or false");
    return false;
  }

  /** Treats null as an absent field. Any other type is a fault. */
  private @Nullable String none(String field, JsonParser json, String detail) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      json.skipChildren();
      fault(field, detail);
    }
    return null;
  }
}
