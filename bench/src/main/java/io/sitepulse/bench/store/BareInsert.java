package io.sitepulse.bench.store;

import com.sun.net.httpserver.HttpServer;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.warehouse.sink.SinkConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The ceiling of the sink: inserts rows in the format RowBinary, in batches as large as those of
 * the sink, into copies of its tables. A request of {@code /insert?N} inserts the rows of N events
 * and is answered when ClickHouse has them.
 *
 * <p>{@code BareInsert PORT CLICKHOUSE_URL USER:PASSWORD SITE}
 */
public final class BareInsert {
  private static final int OK = 200;
  private static final int FAILED = 500;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom();
  private final String url;
  private final String credentials;
  private final String site;
  private long offset;

  private BareInsert(String url, String credentials, String site) {
    this.url = url;
    this.credentials =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    this.site = site;
  }

  /** Runs until SIGTERM. */
  public static void main(String[] arguments) throws IOException {
    createTables();
    var insert = new BareInsert(arguments[1], arguments[2], arguments[3]);
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(OK, -1);
          exchange.close();
        });
    server.createContext(
        "/insert",
        exchange -> {
          int status = insert.insert(Integer.parseInt(exchange.getRequestURI().getQuery()));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  private static void createTables() {
    var settings = Settings.load(null, System.getenv());
    try (var clickHouse = new ClickHouse(ClickHouseConfig.from(settings))) {
      Migrations.apply(clickHouse.jdbi());
      clickHouse
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("CREATE DATABASE IF NOT EXISTS bench");
                for (String table : new String[] {"page_views", "page_view_receipts"}) {
                  handle.execute(
                      "CREATE TABLE IF NOT EXISTS bench." + table + " AS sitepulse." + table);
                }
              });
    }
  }

  private int insert(int events) throws IOException {
    try {
      int left = events;
      while (left > 0) {
        int batch = Math.min(left, SinkConfig.DEFAULT.batchRecords());
        insertBatch(batch);
        left -= batch;
      }
      return OK;
    } catch (IOException e) {
      System.err.println(e);
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private void insertBatch(int events) throws IOException, InterruptedException {
    var rows = new PageViewRows(random, offset);
    for (int i = 0; i < events; i++) {
      rows.add(site);
    }
    offset += events;
    post("page_views", PageViewRows.EVENT_COLUMNS, rows.events());
    post("page_view_receipts", PageViewRows.RECEIPT_COLUMNS, rows.receipts());
  }

  private void post(String table, String columns, byte[] rows)
      throws IOException, InterruptedException {
    String sql = "INSERT INTO bench." + table + " (" + columns + ") FORMAT RowBinary";
    var target = URI.create(url + "/?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(target)
            .header("Authorization", "Basic " + credentials)
            .POST(HttpRequest.BodyPublishers.ofByteArray(rows))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new IOException("ClickHouse refused rows of " + table + ": " + response.body());
    }
  }
}
