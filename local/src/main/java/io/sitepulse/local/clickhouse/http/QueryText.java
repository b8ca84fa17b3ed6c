package io.sitepulse.local.clickhouse.http;

import io.sitepulse.local.clickhouse.engine.EngineException;
import io.sitepulse.local.clickhouse.engine.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request's statement and, for an INSERT, its data. As on a server, the whole is the {@code
 * query} parameter, a line break, and the body.
 */
final class QueryText {
  /** Longest statement held in memory. A streamed INSERT's data is not part of it. */
  static final int MAX_BYTES = 32 << 20;

  private final byte[] sql;
  private final Optional<String> insertFormat;
  private final InputStream data;

  private QueryText(byte[] sql, Optional<String> insertFormat, InputStream data) {
    this.sql = sql;
    this.insertFormat = insertFormat;
    this.data = data;
  }

  /** The statement. For an INSERT with data: the text before {@code FORMAT} or {@code VALUES}. */
  byte[] sql() {
    return sql;
  }

  /** The data's format, empty if the statement carries no data. */
  Optional<String> insertFormat() {
    return insertFormat;
  }

  /** The rows to insert. */
  InputStream data() {
    return data;
  }

  static QueryText read(String query, InputStream body) throws IOException {
    if (!query.isEmpty()) {
      byte[] head = (query + "\n").getBytes(StandardCharsets.UTF_8);
      QueryText insert = insert(head, body);
      return insert != null ? insert : plain(concatenated(head, whole(body, head.length)));
    }
    byte[] all = whole(body, 0);
    QueryText insert = insert(all, InputStream.nullInputStream());
    return insert != null ? insert : plain(all);
  }

  private static @Nullable QueryText insert(byte[] head, InputStream rest) {
    InsertStatement insert = InsertStatement.in(head).orElse(null);
    if (insert == null) {
      return null;
    }
    int from = insert.dataFrom();
    var inline = new ByteArrayInputStream(head, from, head.length - from);
    return new QueryText(
        Arrays.copyOf(head, insert.statementBytes()),
        Optional.of(insert.format()),
        inline.available() == 0 ? rest : new SequenceInputStream(inline, rest));
  }

  private static QueryText plain(byte[] sql) {
    return new QueryText(sql, Optional.empty(), InputStream.nullInputStream());
  }

  private static byte[] whole(InputStream body, int already) throws IOException {
    byte[] all = body.readNBytes(MAX_BYTES - already + 1);
    if (all.length > MAX_BYTES - already) {
      throw new EngineException(
          ErrorCode.QUERY_IS_TOO_LARGE,
          "The statement is over %d bytes; put it into the query parameter and its data into the"
                  .formatted(MAX_BYTES)
              + " body");
    }
    return all;
  }

  private static byte[] concatenated(byte[] head, byte[] tail) {
    byte[] both = new byte[head.length + tail.length];
    System.arraycopy(head, 0, both, 0, head.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }
}
