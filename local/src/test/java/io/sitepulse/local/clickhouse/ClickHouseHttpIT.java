package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP interface, asked as any HTTP client would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClickHouseHttpIT {
  private final ClickHouseTester tester;

  ClickHouseHttpIT(@TempDir Path directory) throws Exception {
    tester = ClickHouseTester.start(directory);
  }

  @BeforeAll
  void createTables() {
    tester.ask("CREATE TABLE texts (id UInt32, t String) ENGINE = MergeTree ORDER BY id");
  }

  @AfterAll
  void stop() {
    tester.close();
  }

  @Test
  void anAnswerLargerThanTheServersHeapArrivesWhole() {
    HttpRequest request =
        HttpRequest.newBuilder(tester.uri(Map.of()))
            .header("Authorization", tester.basic(tester.clickHouse().password()))
            .POST(BodyPublishers.ofString("SELECT number FROM numbers(75000000) FORMAT RowBinary"))
            .build();

    long bytes =
        HttpClient.newHttpClient()
            .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
            .thenApply(answer -> count(answer.body()))
            .join();

    assertThat(bytes).isEqualTo(75_000_000L * Long.BYTES);
  }

  private static long count(InputStream body) {
    try (body) {
      return body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void parametersComeInTheUrl() {
    Map<String, String> url = Map.of("param_x", "it's\\nế", "param_n", "41");

    assertThat(tester.post(url, "SELECT {x:String}, {n:UInt8} + 1").body())
        .isEqualTo("it\\'s\\nế\t42\n");
  }

  @Test
  void settingsComeInTheUrlAndHoldForOneRequest() {
    String max = "SELECT getSetting('max_threads')";
    String before = tester.ask(max);

    assertThat(tester.post(Map.of("max_threads", "7"), max).body()).isEqualTo("7\n");
    assertThat(tester.ask(max)).isEqualTo(before);
    HttpResponse<String> tooMany =
        tester.post(Map.of("max_result_rows", "10"), "SELECT number FROM numbers(100)");
    assertThat(tooMany.headers().firstValue("X-ClickHouse-Exception-Code")).contains("396");
    assertThat(tester.post(Map.of("no_such_setting", "1"), "SELECT 1").statusCode()).isEqualTo(404);
  }

  @Test
  void databaseAndFormatComeInTheUrl() {
    Map<String, String> url = Map.of("database", "system", "default_format", "CSV");

    HttpResponse<String> answer = tester.post(url, "SELECT currentDatabase(), 1");

    assertThat(answer.body()).isEqualTo("\"system\",1\n");
    assertThat(answer.headers().firstValue("X-ClickHouse-Format")).contains("CSV");
    assertThat(tester.post(url, "SELECT 1 FORMAT JSON").headers().firstValue("X-ClickHouse-Format"))
        .contains("JSON");
  }

  @Test
  void errorsAreAnsweredAsAServerAnswersThem() {
    expectError("SELEC 1", 400, "62");
    expectError("SELECT * FROM no_such_table", 404, "60");
    expectError("SELECT no_such_column", 404, "47");
    expectError("INSERT INTO no_such_table VALUES (1)", 404, "60");
    expectError("INSERT INTO texts VALUES (zz", 400, "62");
    expectError("SELECT 1; SELECT 2", 400, "62");
    expectError("SELECT throwIf(number = 3) FROM numbers(10)", 500, "395");
    expectError("USE no_such_database", 404, "81");
  }

  private void expectError(String sql, int status, String code) {
    HttpResponse<String> answer = tester.post(Map.of(), sql);
    assertThat(answer.statusCode()).as(sql).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).as(sql).contains(code);
    assertThat(answer.body()).as(sql).startsWith("Code: " + code + ". DB::Exception: ");
  }

  @Test
  void aGetReadsAndDoesNotWrite() {
    assertThat(tester.get(Map.of("query", "SELECT 40 + 2")).body()).isEqualTo("42\n");
    HttpResponse<String> write = tester.get(Map.of("query", "DROP TABLE texts"));
    assertThat(write.headers().firstValue("X-ClickHouse-Exception-Code")).contains("164");
  }

  @Test
  void aGetMayNameDatabaseAndSettingsToo() {
    Map<String, String> url =
        Map.of(
            "query", "SELECT currentDatabase(), getSetting('max_threads')",
            "database", "system",
            "max_threads", "3");

    assertThat(tester.get(url).body()).isEqualTo("system\t3\n");
  }

  @Test
  void aSemicolonInTheUrlBelongsToTheQuery() {
    String url = "?query=SELECT+'a;b';&password=" + tester.clickHouse().password();
    URI uri = tester.clickHouse().httpUrl().resolve("/" + url + "&user=default");

    assertThat(tester.exchange(HttpRequest.newBuilder(uri).build()).body()).isEqualTo("a;b\n");
  }

  @Test
  void sessionsAreRefusedByName() {
    HttpResponse<String> answer = tester.post(Map.of("session_id", "a"), "SELECT 1");

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).contains("session_id");
  }

  @Test
  void unauthenticatedRequestsAreRefused() {
    HttpRequest.Builder request = HttpRequest.newBuilder(tester.uri(Map.of("query", "SELECT 1")));
    expectStranger(tester.exchange(request.build()));
    expectStranger(
        tester.exchange(request.copy().header("Authorization", tester.basic("guess")).build()));
    expectStranger(tester.exchange(request.copy().header("X-ClickHouse-User", "default").build()));

    String password = tester.clickHouse().password();
    Map<String, String> inUrl =
        Map.of("query", "SELECT 1", "user", "default", "password", password);
    assertThat(tester.exchange(HttpRequest.newBuilder(tester.uri(inUrl)).build()).body())
        .isEqualTo("1\n");
  }

  private static void expectStranger(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("516");
  }

  @Test
  void aPingIsAnsweredWhileEveryWorkerIsBusy() throws Exception {
    String slow = "SELECT sleepEachRow(1) FROM numbers(2)";
    CompletableFuture<?>[] busy = new CompletableFuture<?>[12];
    for (int i = 0; i < busy.length; i++) {
      busy[i] =
          CompletableFuture.supplyAsync(() -> tester.ask(slow), work -> new Thread(work).start());
    }
    HttpRequest ping =
        HttpRequest.newBuilder(tester.clickHouse().httpUrl().resolve("/ping"))
            .timeout(Duration.ofMillis(1_800))
            .build();

    assertThat(tester.exchange(ping).body()).isEqualTo("Ok.\n");
    CompletableFuture.allOf(busy).get(2, TimeUnit.MINUTES);
  }
}
