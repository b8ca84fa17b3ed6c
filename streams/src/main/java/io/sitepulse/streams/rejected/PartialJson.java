package io.sitepulse.streams.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that can still be read of a record that cannot be read as a whole. */
public final class PartialJson {
  private final @Nullable JsonNode tree;

  private PartialJson(@Nullable JsonNode tree) {
    this.tree = tree;
  }

  /** Reads what there is; never fails. */
  public static PartialJson of(byte @Nullable [] value) {
    try {
      return new PartialJson(value == null ? null : Json.MAPPER.readTree(value));
    } catch (IOException e) {
      return new PartialJson(null);
    }
  }

  /**
   * A text field.
   *
   * @param read makes the value of the text; throws a {@link RuntimeException} where it cannot
   * @return null if the field is missing or {@code read} refuses it
   */
  public <T> @Nullable T field(String name, Function<String, T> read) {
    JsonNode node = tree == null ? null : tree.get(name);
    if (node == null || !node.isTextual()) {
      return null;
    }
    try {
      return read.apply(node.textValue());
    } catch (RuntimeException e) {
      return null;
    }
  }
}
