package io.sitepulse.dashboard;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sitepulse.dashboard.http.OpenApi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document, to hold routes and answers to. */
public final class ApiDocument {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final OpenAPIContract contract;
  private final ResponseValidator validator;
  private final JsonNode raw;

  public ApiDocument(Vertx vertx) throws IOException {
    raw = YAML.readTree(OpenApi.text());
    var known = new JsonObject(withKnownTypes(raw.deepCopy()).toString());
    contract = OpenAPIContract.from(vertx, known).await();
    validator = ResponseValidator.create(vertx, contract);
  }

  /** Every {@code METHOD /path/{name}} of the document. */
  public Set<String> operations() {
    var all = new TreeSet<String>();
    contract.operations().forEach(op -> all.add(op.getHttpMethod() + " " + op.getOpenAPIPath()));
    return all;
  }

  /** Fails unless the document describes this answer to this request. */
  public void describes(HttpMethod method, String path, HttpResponse<String> answer) {
    Operation operation = contract.findOperation(path, method);
    if (operation == null) {
      throw new AssertionError("not in the document: " + method + " " + path);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    documented(operation, answer.statusCode(), type);
    // The library knows schemas of JSON only; of other bodies the type alone is held to it.
    if (knownType(bare(type)).equals("application/json")) {
      var response =
          ValidatableResponse.create(
              answer.statusCode(), Map.of(), Buffer.buffer(answer.body()), knownType(bare(type)));
      validator.validate(response, operation.getOperationId()).await();
    }
  }

  /** The validator would pass an answer whose type the document does not have. */
  private void documented(Operation operation, int status, String type) {
    JsonNode response =
        raw.at("/paths/" + operation.getOpenAPIPath().replace("/", "~1"))
            .path(operation.getHttpMethod().name().toLowerCase(Locale.ROOT))
            .path("responses")
            .path(Integer.toString(status));
    if (response.has("$ref")) {
      response = raw.at(response.path("$ref").asText().substring(1));
    }
    if (response.isMissingNode() || (!type.isEmpty() && !response.at("/content").has(bare(type)))) {
      throw new AssertionError(
          operation.getOperationId() + " does not document " + status + " as " + type);
    }
  }

  private static String bare(String type) {
    return type.split(";", 2)[0];
  }

  /** The library refuses documents with types it cannot read; for it these are JSON or text. */
  private static JsonNode withKnownTypes(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      JsonNode content = object.path("content");
      if (content instanceof ObjectNode types) {
        renameTypes(types);
      }
      names.forEach(name -> withKnownTypes(object.path(name)));
    } else {
      node.forEach(ApiDocument::withKnownTypes);
    }
    return node;
  }

  private static void renameTypes(ObjectNode types) {
    List<String> names = new ArrayList<>();
    types.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode schema = types.remove(name);
      types.set(knownType(name), schema);
    }
  }

  private static String knownType(String type) {
    return switch (type) {
      case "application/json", "application/problem+json" -> "application/json";
      default -> "text/plain";
    };
  }
}
