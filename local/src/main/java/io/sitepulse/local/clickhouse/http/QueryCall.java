package io.sitepulse.local.clickhouse.http;

import io.sitepulse.local.clickhouse.engine.EngineException;
import io.sitepulse.local.clickhouse.engine.ErrorCode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A query request without its body.
 *
 * @param query the {@code query} parameter, empty if the body is the query
 * @param database database of unqualified names, empty for the default one
 * @param format format of the response, unless the query names one
 * @param settings every URL parameter that is not one of the interface's own
 * @param parameters values of {@code {name:Type}}: {@code param_name} in the URL
 * @param compressed true if the client asks for ClickHouse's own LZ4 framing ({@code compress=1})
 * @param decompress true if the body comes in that framing ({@code decompress=1})
 */
record QueryCall(
    String query,
    String queryId,
    Optional<String> database,
    String format,
    Map<String, String> settings,
    Map<String, String> parameters,
    boolean compressed,
    boolean decompress) {
  private static final String PARAMETER = "param_";
  private static final Set<String> OWN =
      Set.of(
          "query",
          "query_id",
          "database",
          "default_format",
          "user",
          "password",
          "quota_key",
          "role",
          "stacktrace",
          "compress",
          "decompress",
          "session_timeout",
          "session_check",
          "buffer_size",
          "wait_end_of_query",
          "client_protocol_version");

  QueryCall {
    settings = Map.copyOf(settings);
    parameters = Map.copyOf(parameters);
  }

  /** Throws {@link EngineException} for features of a server that this one lacks. */
  static QueryCall of(HttpMethod method, MultiMap url, MultiMap headers) {
    refuseUnknown(url, headers);
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, String> parameters = new HashMap<>();
    for (Map.Entry<String, String> one : url.entries()) {
      if (one.getKey().startsWith(PARAMETER)) {
        parameters.put(one.getKey().substring(PARAMETER.length()), one.getValue());
      } else if (!OWN.contains(one.getKey())) {
        settings.put(one.getKey(), one.getValue());
      }
    }
    if (method.equals(HttpMethod.GET)) {
      settings.putIfAbsent("readonly", "2"); // a GET changes nothing, as on a server
    }
    return new QueryCall(
        first(url.get("query")).orElse(""),
        first(url.get("query_id")).orElseGet(() -> UUID.randomUUID().toString()),
        first(url.get("database"), headers.get("X-ClickHouse-Database")),
        first(url.get("default_format"), headers.get("X-ClickHouse-Format")).orElse("TabSeparated"),
        settings,
        parameters,
        "1".equals(url.get("compress")),
        "1".equals(url.get("decompress")));
  }

  private static void refuseUnknown(MultiMap url, MultiMap headers) {
    if (url.contains("session_id")) {
      throw new EngineException(
          ErrorCode.NOT_IMPLEMENTED, "The embedded ClickHouse has no sessions (session_id)");
    }
    String coding = headers.get("Content-Encoding"); // what could be unpacked has lost its header
    if (coding != null && !coding.equals("identity")) {
      throw new EngineException(
          ErrorCode.NOT_IMPLEMENTED, "The embedded ClickHouse does not unpack " + coding);
    }
  }

  private static Optional<String> first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isEmpty()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
