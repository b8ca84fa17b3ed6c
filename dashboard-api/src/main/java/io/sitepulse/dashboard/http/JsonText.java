package io.sitepulse.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.buffer.Buffer;

/** Encodes response bodies as JSON. */
public final class JsonText {
  public static final String TYPE = "application/json";

  private JsonText() {}

  /** Encodes an object as one line of JSON. */
  public static Buffer of(Object body) {
    try {
      return Buffer.buffer(Json.MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
