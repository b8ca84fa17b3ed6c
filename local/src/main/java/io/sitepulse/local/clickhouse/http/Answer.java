package io.sitepulse.local.clickhouse.http;

import com.clickhouse.client.api.internal.ClickHouseLZ4OutputStream;
import io.sitepulse.local.clickhouse.engine.EngineException;
import io.sitepulse.local.clickhouse.engine.EngineResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jpountz.lz4.LZ4Factory;

/** Writes a response as ClickHouse does: headers, bodies, errors. */
final class Answer {
  private static final int CHUNK_BYTES = 1 << 20;
  private static final long SLOW_READER_SECONDS = 60;

  private final HttpServerResponse response;

  Answer(HttpServerResponse response) {
    this.response = response;
  }

  void queryId(String queryId) {
    response.putHeader("X-ClickHouse-Query-Id", queryId);
  }

  /** Sends a result. Waits up to a minute a chunk for a client that reads slowly. */
  void result(EngineResult result, String format, boolean compressed) throws IOException {
    response
        .putHeader("Content-Type", contentType(format))
        .putHeader("X-ClickHouse-Format", format)
        .putHeader("X-ClickHouse-Timezone", "UTC")
        .putHeader("X-ClickHouse-Server-Display-Name", "sitepulse-local")
        .putHeader("X-ClickHouse-Summary", Summary.json(result.statistics()));
    if (!compressed && result.length() <= CHUNK_BYTES) {
      await(response.end(Buffer.buffer(result.bytes(0, (int) result.length()))));
      return;
    }
    response.setChunked(true);
    try (OutputStream out = compressed ? lz4(new Chunks()) : new Chunks()) {
      for (long at = 0; at < result.length(); at += CHUNK_BYTES) {
        out.write(result.bytes(at, (int) Math.min(CHUNK_BYTES, result.length() - at)));
      }
    }
    await(response.end());
  }

  private static OutputStream lz4(OutputStream out) {
    return new ClickHouseLZ4OutputStream(
        out,
        LZ4Factory.fastestInstance().fastCompressor(),
        ClickHouseLZ4OutputStream.UNCOMPRESSED_BUFF_SIZE);
  }

  void error(EngineException error) {
    if (response.headWritten()) {
      response.reset(); // too late for a status: a cut answer must not look whole
      return;
    }
    response
        .setStatusCode(ErrorStatus.of(error.code()))
        .putHeader("Content-Type", "text/plain; charset=UTF-8")
        .putHeader("X-ClickHouse-Exception-Code", Integer.toString(error.code()))
        .end(error.text() + "\n");
  }

  private static String contentType(String format) {
    if (format.startsWith("TabSeparated") || format.startsWith("TSV")) {
      return "text/tab-separated-values; charset=UTF-8";
    }
    if (format.startsWith("CSV")) {
      return "text/csv; charset=UTF-8; header=absent";
    }
    if (format.startsWith("RowBinary") || format.equals("Native")) {
      return "application/octet-stream";
    }
    boolean json = format.startsWith("JSON") && !format.contains("EachRow");
    return json ? "application/json; charset=UTF-8" : "text/plain; charset=UTF-8";
  }

  private static void await(Future<Void> written) throws IOException {
    try {
      written.toCompletionStage().toCompletableFuture().get(SLOW_READER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while answering", stopping);
    } catch (ExecutionException | TimeoutException gone) {
      throw new IOException("the client did not take the answer", gone);
    }
  }

  /** The response as an output stream. A write blocks until its data has been sent. */
  private final class Chunks extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      await(response.write(Buffer.buffer(length).appendBytes(bytes, offset, length)));
    }
  }
}
