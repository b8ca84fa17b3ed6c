package io.sitepulse.dashboard.widget.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a vote.
 *
 * @param choices option ids, at most 50
 * @param id id of the vote chosen by the client, or null
 * @param voter voter token of a client without cookies, or a UUID chosen by the client to derive
 *     its first token from, or null
 */
record VoteRequest(List<String> choices, @Nullable UUID id, @Nullable String voter) {
  private static final int MAX_CHOICES = 50;

  /** In ClickHouse a row that replaces this is a vote, and no correction. */
  private static final UUID NONE = new UUID(0, 0);

  VoteRequest {
    choices = List.copyOf(choices);
  }

  /**
   * Parses a request body.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the field
   */
  static VoteRequest read(Buffer body) {
    JsonNode root = parse(body);
    if (!root.isObject()) {
      throw VoteProblems.invalid("choices", "the body must be a JSON object").asException();
    }
    return new VoteRequest(choices(root.path("choices")), id(root.path("id")), text(root, "voter"));
  }

  private static JsonNode parse(Buffer body) {
    try {
      return Json.MAPPER.readTree(body.getBytes());
    } catch (IOException e) {
      throw VoteProblems.invalid("choices", "the body must be JSON").asException();
    }
  }

  private static List<String> choices(JsonNode node) {
    var choices = new ArrayList<String>();
    boolean texts = node.isArray() && node.size() <= MAX_CHOICES;
    for (JsonNode choice : texts ? node : Json.MAPPER.createArrayNode()) {
      texts &= choice.isTextual();
      choices.add(choice.asText());
    }
    if (!texts) {
      throw VoteProblems.invalid("choices", "must be an array of at most 50 option ids")
          .asException();
    }
    return choices;
  }

  private static @Nullable UUID id(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      UUID id = UUID.fromString(node.asText());
      if (!id.equals(NONE)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // The answer is the same.
    }
    throw VoteProblems.invalid("id", "must be a UUID other than zero").asException();
  }

  private static @Nullable String text(JsonNode root, String field) {
    JsonNode node = root.path(field);
    return node.isTextual() ? node.asText() : null;
  }
}
