package io.sitepulse.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.audit.AuditCommand;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A client that sends events to a running instance and reads its numbers. */
public final class Reader {
  private final Sitepulse pulse;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Views, visits and visitors. */
  public record Sums(long views, long visits, long visitors) {}

  public Reader(Sitepulse pulse) {
    this.pulse = pulse;
  }

  /** A period of the public counters: today, total and so on. They come from Kafka. */
  public Sums live(String site, String period) {
    JsonNode sums = get("/api/sites/" + site + "/counters").path(period);
    return new Sums(
        sums.path("views").asLong(), sums.path("visits").asLong(), sums.path("visitors").asLong());
  }

  /** All days in ClickHouse, as the sink was told them. */
  public Sums stored(String site) {
    return query(
        site,
        """
        SELECT sum(views) AS views, sum(visits) AS visits, sum(visitors) AS visitors
        FROM sitepulse.site_days FINAL WHERE site = :site
        """);
  }

  /**
   * Recounts views and visitors of all days from the raw events in ClickHouse. Visits are not
   * recounted.
   */
  Sums raw(String site) {
    return query(
        site,
        """
        SELECT count() AS views, 0 AS visits, uniqExact(day, visitor) AS visitors
        FROM sitepulse.page_views FINAL WHERE site = :site AND kind = 'view' AND bot = ''
        """);
  }

  /** Duplicates in the ledger. */
  public long duplicates(String site) {
    return query(
            site,
            """
            SELECT sum(duplicates) AS views, 0 AS visits, 0 AS visitors
            FROM sitepulse.site_days FINAL WHERE site = :site
            """)
        .views();
  }

  /** Duplicates, bots and rejected events in the ledger, in this order. */
  public Sums uncounted(String site) {
    return query(
        site,
        """
        SELECT
            sum(duplicates) AS views, sum(bots) AS visits,
            sum(arraySum(mapValues(rejected))) AS visitors
        FROM sitepulse.site_days FINAL WHERE site = :site
        """);
  }

  /**
   * Output of {@code sitepulse audit} for the site's current day, with the exit code at the end.
   *
   * @param more further options
   */
  public String audit(String site, String... more) {
    var server = pulse.clickHouse();
    var config = new ClickHouseConfig(server.jdbcUrl(), server.user(), server.password(), 1);
    var command =
        new AuditCommand(
            data -> new AuditCommand.Installation(config, pulse.kafka().client()),
            Map.of(),
            Clock.systemUTC());
    var printed = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(printed))
            .execute(
                Stream.concat(Stream.of("--site", site, "--settle", "8"), Stream.of(more))
                    .toArray(String[]::new));
    return printed + "exit " + code;
  }

  /** Sends a page view and tells the status. */
  public int view(String site, String page, String address) {
    return post("/api/events", "{\"site\":\"%s\",\"page\":\"%s\"}".formatted(site, page), address);
  }

  public int post(String path, String body, String address) {
    var request =
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .header(
                "User-Agent",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return send(request).status();
  }

  public JsonNode get(String path) {
    return send(HttpRequest.newBuilder(url(path)).build()).body();
  }

  private record Answer(int status, JsonNode body) {}

  private Answer send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), Json.MAPPER.readTree(answer.body()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Sums query(String site, String sql) {
    var server = pulse.clickHouse();
    var config = new ClickHouseConfig(server.jdbcUrl(), server.user(), server.password(), 1);
    try (var clickHouse = new ClickHouse(config)) {
      return clickHouse
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery(sql)
                      .bind("site", site)
                      .map(
                          row ->
                              new Sums(
                                  row.getColumn("views", Long.class),
                                  row.getColumn("visits", Long.class),
                                  row.getColumn("visitors", Long.class)))
                      .one());
    }
  }

  private URI url(String path) {
    return pulse.url().resolve(path);
  }
}
