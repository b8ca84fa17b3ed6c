package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Inserts over bare HTTP: every byte arrives, or none is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClickHouseInsertIT {
  private final ClickHouseTester tester;

  ClickHouseInsertIT(@TempDir Path directory) throws Exception {
    tester = ClickHouseTester.start(directory);
  }

  @BeforeAll
  void createTables() {
    tester.ask("CREATE TABLE numbers_in (n UInt64) ENGINE = MergeTree ORDER BY n");
    tester.ask("CREATE TABLE texts (id UInt32, t String) ENGINE = MergeTree ORDER BY id");
  }

  @AfterAll
  void stop() {
    tester.close();
  }

  @Test
  void binaryInsertsAreStoredWholeWhateverBytesTheyHold() {
    // 100,000 numbers: 0x0A0A and the like put two newlines in a row into many of them
    ByteBuffer rows = ByteBuffer.allocate(100_000 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long n = 0; n < 100_000; n++) {
      rows.putLong(n);
    }

    HttpResponse<String> answer =
        tester.send(
            Map.of("query", "INSERT INTO numbers_in FORMAT RowBinary"),
            BodyPublishers.ofByteArray(rows.array()),
            Map.of());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
        .contains("\"written_rows\":\"100000\"");
    assertThat(tester.ask("SELECT count(), sum(n) FROM numbers_in"))
        .isEqualTo("100000\t4999950000");
  }

  @Test
  void textsKeepTheirBlankLines() {
    tester.ask("INSERT INTO texts VALUES (1, 'a\n\nb'), (2, 'c''d\\\\e')");
    tester.post(
        Map.of("query", "INSERT INTO texts (id, t) FORMAT JSONEachRow"),
        "{\"id\":3,\"t\":\"f\\n\\ng\"}\n\n{\"id\":4,\"t\":\"ế\"}");
    tester.ask("INSERT INTO texts FORMAT TSV\n5\th\n6\ti\n");

    assertThat(tester.ask("SELECT t FROM texts WHERE id < 7 ORDER BY id FORMAT JSONCompactColumns"))
        .contains("\"a\\n\\nb\", \"c'd\\\\e\", \"f\\n\\ng\", \"ế\", \"h\", \"i\"");
  }

  @Test
  void anInsertLargerThanTheServersHeapIsStreamed() {
    byte[] row = ByteBuffer.allocate(1 << 20).array(); // as UInt64: 131,072 zeros
    int times = 700;

    HttpResponse<String> answer =
        tester.send(
            Map.of("query", "INSERT INTO FUNCTION null('n UInt64') FORMAT RowBinary"),
            BodyPublishers.ofByteArrays(Collections.nCopies(times, row)),
            Map.of());

    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
        .contains("\"written_rows\":\"" + (long) times * (1 << 17) + "\"");
  }

  @Test
  void aBrokenInsertStoresNothing() {
    String insert = "INSERT INTO texts VALUES (101, 'good'), (102, bad)";

    assertThat(tester.post(Map.of(), insert).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(tester.ask("SELECT count() FROM texts WHERE id > 100")).isEqualTo("0");
  }

  @Test
  void anInsertOfADisconnectedClientStoresNothing() throws Exception {
    tester.ask("CREATE TABLE half (n UInt64) ENGINE = MergeTree ORDER BY n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tester.clickHouse().port())) {
      String head =
          "POST /?query=INSERT+INTO+half+FORMAT+RowBinary HTTP/1.1\r\nHost: here\r\n"
              + "Authorization: %s\r\nContent-Length: 800000\r\n\r\n"
                  .formatted(tester.basic(tester.clickHouse().password()));
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[400_000]);
    }

    Awaitility.await().until(() -> tester.ask("SELECT count() FROM system.processes").equals("1"));
    assertThat(tester.ask("SELECT count() FROM half")).isEqualTo("0");
  }

  @Test
  void aGzippedBodyIsUnderstood() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("SELECT 'gzip'".getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> answer =
        tester.send(
            Map.of(),
            BodyPublishers.ofByteArray(packed.toByteArray()),
            Map.of("Content-Encoding", "gzip"));

    assertThat(answer.body()).isEqualTo("gzip\n");
  }
}
