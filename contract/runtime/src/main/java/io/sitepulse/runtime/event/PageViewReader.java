package io.sitepulse.runtime.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that the collector writes for an event, field by field. Reading by the mapper
 * costs twice as much, and the sink reads every event. What it does not expect it leaves to the
 * mapper, which alone decides whether an event is readable.
 */
final class PageViewReader {
  private static final int UUID_LENGTH = 36;
  private static final int DAY_LENGTH = 10;

  private @Nullable Long version;
  private @Nullable UUID id;
  private @Nullable EventKind kind;
  private @Nullable String site;
  private @Nullable LocalDate day;
  private @Nullable String visitor;
  private @Nullable Instant at;
  private @Nullable Instant received;
  private @Nullable String page;
  private @Nullable String title;
  private @Nullable String referrer;
  private @Nullable String language;
  private @Nullable Agent agent;
  private @Nullable UUID view;
  private @Nullable Long engagedMs;
  private @Nullable String country;
  private @Nullable Campaign campaign;

  private PageViewReader() {}

  /**
   * Reads an event.
   *
   * @return null if the mapper must read it
   */
  static @Nullable PageView read(byte[] source, int start, int length) {
    try (JsonParser parser = Json.OF_RECORDS.createParser(source, start, length)) {
      var reader = new PageViewReader();
      return parser.nextToken() == JsonToken.START_OBJECT && reader.readFields(parser)
          ? reader.event()
          : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private boolean readFields(JsonParser parser) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (!readField(name, parser)) {
        return false;
      }
    }
    return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
  }

  private boolean readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "v" -> version = number(parser, version);
      case "id" -> id = uuid(parser, id);
      case "kind" -> kind = kind(parser, kind);
      case "site" -> site = text(parser, site);
      case "day" -> day = day(parser, day);
      case "visitor" -> visitor = text(parser, visitor);
      case "at" -> at = instant(parser, at);
      case "received" -> received = instant(parser, received);
      case "page" -> page = text(parser, page);
      case "title" -> title = text(parser, title);
      case "referrer" -> referrer = text(parser, referrer);
      case "language" -> language = text(parser, language);
      case "agent" -> agent = agent(parser, agent);
      case "view" -> view = uuid(parser, view);
      case "engagedMs" -> engagedMs = number(parser, engagedMs);
      case "country" -> country = text(parser, country);
      case "campaign" -> campaign = campaign(parser, campaign);
      default -> {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("NullAway") // A field that must be there throws, and the mapper tells why.
  private PageView event() {
    return new PageView(
        Math.toIntExact(version),
        id,
        kind,
        site,
        day,
        visitor,
        at,
        received,
        page,
        title,
        referrer,
        language,
        agent,
        view,
        engagedMs,
        country,
        campaign);
  }

  private static Agent agent(JsonParser parser, @Nullable Agent earlier) throws IOException {
    String device = null;
    String browser = null;
    String system = null;
    String bot = null;
    expect(JsonToken.START_OBJECT, parser, earlier);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "device" -> device = text(parser, device);
        case "browser" -> browser = text(parser, browser);
        case "system" -> system = text(parser, system);
        case "bot" -> bot = text(parser, bot);
        default -> throw new IllegalArgumentException("unknown field");
      }
    }
    expect(JsonToken.END_OBJECT, parser, null);
    if (device == null || browser == null || system == null) {
      throw new IllegalArgumentException("a field is missing");
    }
    return new Agent(device, browser, system, bot);
  }

  private static Campaign campaign(JsonParser parser, @Nullable Campaign earlier)
      throws IOException {
    String campaign = null;
    String source = null;
    String medium = null;
    String term = null;
    String content = null;
    expect(JsonToken.START_OBJECT, parser, earlier);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "name" -> campaign = text(parser, campaign);
        case "source" -> source = text(parser, source);
        case "medium" -> medium = text(parser, medium);
        case "term" -> term = text(parser, term);
        case "content" -> content = text(parser, content);
        default -> throw new IllegalArgumentException("unknown field");
      }
    }
    expect(JsonToken.END_OBJECT, parser, null);
    return new Campaign(campaign, source, medium, term, content);
  }

  private static String text(JsonParser parser, @Nullable Object earlier) throws IOException {
    expect(JsonToken.VALUE_STRING, parser, earlier);
    return parser.getText();
  }

  private static Long number(JsonParser parser, @Nullable Long earlier) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, parser, earlier);
    return parser.getLongValue();
  }

  private static Instant instant(JsonParser parser, @Nullable Instant earlier) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, parser, earlier);
    return Instant.ofEpochMilli(parser.getLongValue());
  }

  private static EventKind kind(JsonParser parser, @Nullable EventKind earlier) throws IOException {
    String label = text(parser, earlier);
    for (EventKind kind : EventKind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind");
  }

  /** Only the usual form: the class takes others too, which the mapper refuses. */
  private static UUID uuid(JsonParser parser, @Nullable UUID earlier) throws IOException {
    String text = text(parser, earlier);
    if (text.length() != UUID_LENGTH) {
      throw new IllegalArgumentException("not a UUID of the usual form");
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
        throw new IllegalArgumentException("not a UUID of the usual form");
      }
    }
    return UUID.fromString(text);
  }

  private static LocalDate day(JsonParser parser, @Nullable LocalDate earlier) throws IOException {
    String text = text(parser, earlier);
    if (text.length() != DAY_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new IllegalArgumentException("not a day");
    }
    return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, DAY_LENGTH));
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new IllegalArgumentException("not a digit");
      }
      value = 10 * value + digit - '0';
    }
    return value;
  }

  /** Refuses another token, and a field that is there twice. */
  private static void expect(JsonToken wanted, JsonParser parser, @Nullable Object earlier) {
    if (parser.currentToken() != wanted || earlier != null) {
      throw new IllegalArgumentException("another token, or a field twice");
    }
  }
}
