package io.sitepulse.local.clickhouse.engine;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A session with the engine, with its own database and settings. It runs one statement at a time
 * and is confined to one thread at a time. Several connections run in parallel.
 */
public final class EngineConnection implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 20;
  private static final byte[] TAB_SEPARATED = "TabSeparated".getBytes(StandardCharsets.UTF_8);

  private final Engine engine;
  private final ChdbLibrary library;
  private final Pointer holder;
  private final Pointer handle;

  EngineConnection(Engine engine, ChdbLibrary library, Pointer holder) {
    this.engine = engine;
    this.library = library;
    this.holder = holder;
    this.handle = holder.getPointer(0);
  }

  /** Changes the database that unqualified names are looked up in. */
  public void use(String database) {
    run("USE `" + database.replace("\\", "\\\\").replace("`", "\\`") + "`");
  }

  /** Changes settings for the statements that follow. An unknown setting is refused (code 115). */
  public void set(Map<String, String> settings) {
    if (settings.isEmpty()) {
      return;
    }
    StringJoiner sets = new StringJoiner(", ", "SET ", "");
    settings.forEach(
        (name, value) -> sets.add("`" + name.replace("`", "\\`") + "` = '" + escaped(value) + "'"));
    run(sets.toString());
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("'", "\\'");
  }

  private void run(String sql) {
    query(sql.getBytes(StandardCharsets.UTF_8), TAB_SEPARATED, Map.of()).close();
  }

  /**
   * Runs a statement that carries no data of its own.
   *
   * @param format for the answer, where the statement does not name one
   * @param parameters values of {@code {name:Type}}, escaped as TabSeparated fields
   */
  public EngineResult query(byte[] sql, String format, Map<String, String> parameters) {
    return query(sql, format.getBytes(StandardCharsets.UTF_8), parameters);
  }

  private EngineResult query(byte[] sql, byte[] format, Map<String, String> parameters) {
    try (var bound = new QueryParameters(parameters)) {
      return EngineResult.take(
          library,
          library.queryWithParamsN(
              handle,
              sql,
              sql.length,
              format,
              format.length,
              bound.names(),
              bound.nameLengths(),
              bound.values(),
              bound.valueLengths(),
              bound.count()));
    }
  }

  /**
   * Inserts data, streamed: the plain query call would cut data at two newline bytes.
   *
   * @param statement {@code INSERT INTO t (a, b)}, without FORMAT or VALUES
   * @param format the data's format, {@code Values} too
   */
  public EngineResult insert(
      byte[] statement, String format, Map<String, String> parameters, InputStream data)
      throws IOException {
    Pointer stream = beginInsert(statement, format, parameters);
    try {
      refuseFailed(stream);
      append(stream, data);
      return EngineResult.take(library, library.streamDone(stream));
    } catch (IOException | RuntimeException failed) {
      library.streamCancelInsert(stream);
      throw failed;
    } finally {
      library.destroyInsertStream(stream);
    }
  }

  private Pointer beginInsert(byte[] statement, String format, Map<String, String> parameters) {
    byte[] name = format.getBytes(StandardCharsets.UTF_8);
    try (var bound = new QueryParameters(parameters)) {
      return library.streamInsertWithParamsN(
          handle,
          statement,
          statement.length,
          name,
          name.length,
          bound.names(),
          bound.nameLengths(),
          bound.values(),
          bound.valueLengths(),
          bound.count());
    }
  }

  private void append(Pointer stream, InputStream data) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int n = data.readNBytes(chunk, 0, chunk.length);
        n > 0;
        n = data.readNBytes(chunk, 0, chunk.length)) {
      if (library.streamAppend(stream, chunk, n) != 0) {
        refuseFailed(stream);
        throw new EngineException(ErrorCode.UNKNOWN_EXCEPTION, "The engine refused inserted data");
      }
    }
  }

  private void refuseFailed(Pointer stream) {
    String error = library.streamInsertError(stream);
    if (error != null) {
      throw EngineException.of(error);
    }
  }

  /** Counts the statements in a text, 0 if the engine cannot parse it. */
  public int statements(byte[] sql) {
    try (var analysis = new Memory(ChdbLibrary.ANALYSIS_BYTES)) {
      analysis.clear();
      analysis.setInt(0, ChdbLibrary.ANALYSIS_BYTES);
      int failed = library.classifyQueryN(handle, sql, sql.length, new byte[0], 0, analysis);
      return failed == 0 ? analysis.getInt(Integer.BYTES) : 0;
    }
  }

  @Override
  public void close() {
    engine.close(holder);
  }
}
