package io.sitepulse.dashboard.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.runtime.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A definition as the log of changes keeps it: nothing that could be used to sign in. */
public final class Redacted {
  private static final Set<String> SECRET = Set.of("password", "hash", "endedSessions");
  private static final String HIDDEN = "***";

  private Redacted() {}

  /** A definition as JSON without its secrets; null for nothing. */
  public static @Nullable JsonNode json(@Nullable Object definition) {
    return definition == null ? null : hide(Json.MAPPER.valueToTree(definition));
  }

  private static JsonNode hide(JsonNode node) {
    if (node instanceof ObjectNode object) {
      SECRET.stream().filter(object::has).forEach(name -> object.put(name, HIDDEN));
    }
    node.forEach(Redacted::hide);
    return node;
  }
}
