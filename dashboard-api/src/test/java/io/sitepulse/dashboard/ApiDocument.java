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

/** Compares routes and responses with the OpenAPI document. */
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

  /** All operations of the document, as {@code METHOD /path/{name}}. */
  public Set<String> operations() {
    var all = new TreeSet<String>();
    contract.operations().forEach(op -> all.add(op.getHttpMethod() + " " + op.getOpenAPIPath()));
    return all;
  }

  /** Fails unless the document describes this response to this request. */
  public void describes(HttpMethod method, String path, HttpResponse<String> response) {
    Operation operation = contract.findOperation(path, method);
    if (operation == null) {
      throw new AssertionError("not in the document: " + method + " " + path);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    requireDocumented(operation, response.statusCode(), type);
    // The library validates JSON only. Of other bodies only the content type is checked.
    if (knownType(bare(type)).equals("application/json")) {
      var validatable =
          ValidatableResponse.create(
              response.statusCode(),
              Map.of(),
              Buffer.buffer(response.body()),
              knownType(bare(type)));
      validator.validate(validatable, operation.getOperationId()).await();
    }
  }

  /** Checks the content type too, which the validator does not. */
  private void requireDocumented(Operation operation, int status, String type) {
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

  /** Replaces content types that the library does not accept by JSON or text. */
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
