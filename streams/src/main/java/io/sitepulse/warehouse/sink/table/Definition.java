package io.sitepulse.warehouse.sink.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.json.Json;

/** A definition as the mirrors hold it: whole, as JSON. */
final class Definition {
  /** Of something that is not defined any more. */
  static final String GONE = "";

  private Definition() {}

  static String json(Object definition) {
    try {
      return Json.MAPPER.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a definition that was read can be written", e);
    }
  }
}
