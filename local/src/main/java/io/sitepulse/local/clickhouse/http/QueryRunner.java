package io.sitepulse.local.clickhouse.http;

import com.clickhouse.client.api.internal.ClickHouseLZ4InputStream;
import io.sitepulse.local.clickhouse.engine.Engine;
import io.sitepulse.local.clickhouse.engine.EngineConnection;
import io.sitepulse.local.clickhouse.engine.EngineException;
import io.sitepulse.local.clickhouse.engine.EngineResult;
import io.sitepulse.local.clickhouse.engine.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.lz4.LZ4Factory;

/**
 * Runs one query on a connection of its own and writes the response. Blocks, so it runs on a
 * worker.
 */
final class QueryRunner {
  private static final int LZ4_BUFFER_BYTES = 1 << 16;

  private final Engine engine;

  QueryRunner(Engine engine) {
    this.engine = engine;
  }

  /** Throws {@link EngineException} for errors found before anything was sent. */
  void run(QueryCall call, InputStream body, Answer answer) throws IOException {
    QueryText text = QueryText.read(call.query(), call.decompress() ? unpacked(body) : body);
    try (EngineConnection connection = engine.connect()) {
      connection.set(call.settings());
      call.database().ifPresent(connection::use);
      if (text.insertFormat().isPresent()) {
        insert(connection, call, text, answer);
      } else {
        query(connection, call, text.sql(), answer);
      }
    }
  }

  private static InputStream unpacked(InputStream body) {
    return new ClickHouseLZ4InputStream(
        body, LZ4Factory.fastestInstance().fastDecompressor(), LZ4_BUFFER_BYTES);
  }

  private void insert(EngineConnection connection, QueryCall call, QueryText text, Answer answer)
      throws IOException {
    String format = text.insertFormat().orElseThrow();
    try (EngineResult result =
        connection.insert(text.sql(), format, call.parameters(), text.data())) {
      answer.result(result, call.format(), false);
    }
  }

  private void query(EngineConnection connection, QueryCall call, byte[] sql, Answer answer)
      throws IOException {
    if (connection.statements(sql) > 1) {
      throw new EngineException(
          ErrorCode.SYNTAX_ERROR, "Syntax error: multi-statements are not allowed");
    }
    String format = FormatClause.of(sql).orElse(call.format());
    try (EngineResult result = connection.query(sql, call.format(), call.parameters())) {
      answer.result(result, format, call.compressed());
    }
  }
}
