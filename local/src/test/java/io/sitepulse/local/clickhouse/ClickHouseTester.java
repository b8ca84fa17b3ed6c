package io.sitepulse.local.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** An engine to ask questions, over bare HTTP and through the ordinary driver. */
final class ClickHouseTester implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedClickHouse clickHouse;

  private ClickHouseTester(EmbeddedClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  static ClickHouseTester start(Path directory) throws IOException, InterruptedException {
    return new ClickHouseTester(EmbeddedClickHouse.start(directory, 0));
  }

  EmbeddedClickHouse clickHouse() {
    return clickHouse;
  }

  /** Text of the response, or of the error, without its last line break. */
  String ask(String sql) {
    return post(Map.of(), sql).body().stripTrailing();
  }

  HttpResponse<String> post(Map<String, String> url, String body) {
    return send(url, BodyPublishers.ofString(body), Map.of());
  }

  HttpResponse<String> send(
      Map<String, String> url, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(url)).header("Authorization", basic(clickHouse.password()));
    headers.forEach(request::header);
    return exchange(request.POST(body).build());
  }

  HttpResponse<String> get(Map<String, String> url) {
    return exchange(
        HttpRequest.newBuilder(uri(url))
            .header("Authorization", basic(clickHouse.password()))
            .build());
  }

  HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  URI uri(Map<String, String> url) {
    String query =
        url.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return clickHouse.httpUrl().resolve("/?" + query);
  }

  String basic(String password) {
    String both = clickHouse.user() + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  Connection connection() throws SQLException {
    return DriverManager.getConnection(
        clickHouse.jdbcUrl(), clickHouse.user(), clickHouse.password());
  }

  Jdbi jdbi() {
    return Jdbi.create(clickHouse.jdbcUrl(), clickHouse.user(), clickHouse.password());
  }

  @Override
  public void close() {
    clickHouse.close();
  }
}
