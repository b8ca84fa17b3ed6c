package io.sitepulse.local.replay.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, as nginx, Caddy and Traefik write it. Columns are known by their names,
 * whatever their case and punctuation, in the object and in the object {@code request} within it.
 */
final class JsonFormat implements LogFormat {
  private static final Map<String, LogField> NAMES = names();
  private static final Pattern TEMPLATE = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"?\\$\\{?(\\w+)");
  private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

  private final Map<String, LogField> given;

  private JsonFormat(Map<String, LogField> given) {
    this.given = Map.copyOf(given);
  }

  /** Creates a format that knows the usual names. */
  static JsonFormat usual() {
    return new JsonFormat(Map.of());
  }

  /** Creates a format whose names an nginx template gives: {@code {"ip":"$remote_addr", …}}. */
  static JsonFormat of(String template) {
    var given = new HashMap<String, LogField>();
    Matcher pair = TEMPLATE.matcher(template);
    while (pair.find()) {
      given.put(plain(pair.group(1)), LogTemplate.ofVariable(pair.group(2)));
    }
    return new JsonFormat(given);
  }

  @Override
  public String name() {
    return "JSON";
  }

  @Override
  public @Nullable LogLine read(String line) throws MalformedLineException {
    if (line.isBlank()) {
      return null;
    }
    boolean utf8 = isUtf8(line);
    JsonNode object = object(utf8 ? converted(line, false) : line);
    var fields = new LogFields(ZoneId.systemDefault());
    // Caddy's remote_ip stands before it and may be a proxy's.
    fields.put(LogField.CLIENT, object.path("request").path("client_ip").asText(""));
    put(object, fields, utf8);
    put(object.path("request"), fields, utf8);
    put(object.path("request").path("headers"), fields, utf8);
    if (!fields.isComplete()) {
      throw new MalformedLineException("no address, time, request or status");
    }
    return fields.line();
  }

  /** nginx writes bytes as {@code \xHH} unless it was told {@code escape=json}. */
  private static JsonNode object(String line) throws MalformedLineException {
    String text = line.contains("\\x") ? BYTE.matcher(line).replaceAll("\\\\u00$1") : line;
    try {
      JsonNode object = Json.MAPPER.readTree(text);
      if (object.isObject()) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    throw new MalformedLineException("not a JSON object");
  }

  private void put(JsonNode object, LogFields fields, boolean utf8) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = plain(entry.getKey());
      LogField field = given.getOrDefault(name, NAMES.get(name));
      JsonNode value = entry.getValue().isArray() ? entry.getValue().path(0) : entry.getValue();
      if (field != null && value.isValueNode()) {
        fields.put(field, utf8 ? converted(text(value), true) : text(value));
      }
    }
  }

  /** Numbers without exponent: times are written as fractions of seconds. */
  private static String text(JsonNode value) {
    return value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())
        ? BigDecimal.valueOf(value.doubleValue()).toPlainString()
        : value.asText();
  }

  private static boolean isUtf8(String bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Text to one char per byte, or back. */
  private static String converted(String text, boolean toBytes) {
    return toBytes
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String plain(String name) {
    return PUNCTUATION.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Map<String, LogField> names() {
    var names = new HashMap<String, LogField>();
    add(names, LogField.CLIENT, "remoteaddr clientip remoteip clienthost clientaddr ip client");
    add(names, LogField.CLIENT, "remotehost remoteaddress clientaddress httpxforwardedfor");
    add(names, LogField.CLIENT, "xforwardedfor realip httpxrealip xrealip");
    add(names, LogField.TIME, "timelocal timeiso8601 time ts timestamp msec starttime startutc");
    add(names, LogField.TIME, "datetime startlocal");
    add(names, LogField.REQUEST, "request requestline");
    add(names, LogField.METHOD, "method requestmethod httpmethod verb");
    add(names, LogField.TARGET, "uri requesturi requestpath url target path requesturl");
    add(names, LogField.QUERY, "args querystring query");
    add(names, LogField.STATUS, "status statuscode downstreamstatus responsestatus httpstatus");
    add(names, LogField.STATUS, "responsecode");
    add(names, LogField.REFERRER, "referer referrer httpreferer httpreferrer requestreferer");
    add(names, LogField.AGENT, "useragent httpuseragent agent requestuseragent");
    return names;
  }

  private static void add(Map<String, LogField> names, LogField field, String list) {
    for (String name : list.split(" ", -1)) {
      names.put(name, field);
    }
  }
}
