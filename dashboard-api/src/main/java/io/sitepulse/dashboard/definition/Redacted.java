package io.sitepulse.dashboard.definition;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.runtime.json.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes secrets from definitions for the change log. */
public final class Redacted {
  private static final Set<String> SECRET =
      Set.of(
          "password",
          "hash",
          "endedSessions",
          "sessions",
          "keptSession",
          "invitationNonce",
          "secondFactor");
  private static final String MASK = "***";
  private static final TypeReference<Map<String, @Nullable Object>> STATE =
      new TypeReference<>() {};

  private Redacted() {}

  /** Returns the JSON object of a definition with its secrets masked, or null for null. */
  public static @Nullable Map<String, @Nullable Object> state(@Nullable Object definition) {
    return definition == null
        ? null
        : Json.MAPPER.convertValue(mask(Json.MAPPER.valueToTree(definition)), STATE);
  }

  private static JsonNode mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      SECRET.stream().filter(object::has).forEach(name -> object.put(name, MASK));
    }
    node.forEach(Redacted::mask);
    return node;
  }
}
