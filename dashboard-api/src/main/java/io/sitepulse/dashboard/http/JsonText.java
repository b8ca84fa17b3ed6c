package io.sitepulse.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.buffer.Buffer;

/** Bodies as JSON text. */
public final class JsonText {
  public static final String TYPE = "application/json";

  private JsonText() {}

  /** One line of JSON. */
  public static Buffer of(Object body) {
    try {
      return Buffer.buffer(Json.MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
