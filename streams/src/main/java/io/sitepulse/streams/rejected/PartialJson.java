package io.sitepulse.streams.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a record that cannot be read as a whole. */
public final class PartialJson {
  private final @Nullable JsonNode tree;

  private PartialJson(@Nullable JsonNode tree) {
    this.tree = tree;
  }

  /** Parses the bytes. If they are not JSON, there are no fields. */
  public static PartialJson of(byte @Nullable [] value) {
    try {
      return new PartialJson(value == null ? null : Json.MAPPER.readTree(value));
    } catch (IOException e) {
      return new PartialJson(null);
    }
  }

  /**
   * Returns a text field.
   *
   * @param parse converts the text or throws a {@link RuntimeException} if it is invalid
   * @return null if the field is missing or invalid
   */
  public <T> @Nullable T field(String name, Function<String, T> parse) {
    JsonNode node = tree == null ? null : tree.get(name);
    if (node == null || !node.isTextual()) {
      return null;
    }
    try {
      return parse.apply(node.textValue());
    } catch (RuntimeException e) {
      return null;
    }
  }
}
