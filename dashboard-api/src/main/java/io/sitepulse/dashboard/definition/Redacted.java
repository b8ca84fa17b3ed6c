package io.sitepulse.dashboard.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.runtime.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes secrets from definitions for the change log. */
public final class Redacted {
  private static final Set<String> SECRET = Set.of("password", "hash", "endedSessions");
  private static final String MASK = "***";

  private Redacted() {}

  /** Returns a definition as JSON with its secrets masked, or null for null. */
  public static @Nullable JsonNode json(@Nullable Object definition) {
    return definition == null ? null : mask(Json.MAPPER.valueToTree(definition));
  }

  private static JsonNode mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      SECRET.stream().filter(object::has).forEach(name -> object.put(name, MASK));
    }
    node.forEach(Redacted::mask);
    return node;
  }
}
