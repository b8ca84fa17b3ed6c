package io.sitepulse.local.clickhouse.engine;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code libchdb} used here. {@code streamInsertError} stands for {@code
 * chdb_stream_insert_error}. Sizes are {@code size_t}: the engine exists for 64-bit systems only.
 */
interface ChdbLibrary extends Library {

  /** Length of the result of {@link #classifyQueryN}: four 32-bit numbers. */
  int ANALYSIS_BYTES = 16;

  /** Loads the library. Throws {@link UnsatisfiedLinkError} when it does not fit this system. */
  static ChdbLibrary load(Path library) {
    FunctionMapper names = (lib, method) -> "chdb" + snake(method.getName());
    return Native.load(
        library.toString(), ChdbLibrary.class, Map.of(Library.OPTION_FUNCTION_MAPPER, names));
  }

  private static String snake(String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return capital.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  String version();

  /** Opens a connection. The first connection boots the engine. Null on failure. */
  @Nullable Pointer connect(int argc, String[] argv);

  void closeConn(Pointer connection);

  Pointer queryWithParamsN(
      Pointer connection,
      byte[] query,
      long queryLength,
      byte[] format,
      long formatLength,
      @Nullable Pointer names,
      @Nullable Pointer nameLengths,
      @Nullable Pointer values,
      @Nullable Pointer valueLengths,
      long count);

  /** Begins a streamed insert. Never null: {@link #streamInsertError} tells if it began. */
  Pointer streamInsertWithParamsN(
      Pointer connection,
      byte[] query,
      long queryLength,
      byte[] format,
      long formatLength,
      @Nullable Pointer names,
      @Nullable Pointer nameLengths,
      @Nullable Pointer values,
      @Nullable Pointer valueLengths,
      long count);

  /** Appends data. Returns zero on success. Blocks while the engine is behind. */
  int streamAppend(Pointer stream, byte[] data, long length);

  Pointer streamDone(Pointer stream);

  void streamCancelInsert(Pointer stream);

  @Nullable String streamInsertError(Pointer stream);

  void destroyInsertStream(Pointer stream);

  @Nullable Pointer resultBuffer(Pointer result);

  long resultLength(Pointer result);

  double resultElapsed(Pointer result);

  long resultRowsRead(Pointer result);

  long resultStorageRowsRead(Pointer result);

  long resultStorageBytesRead(Pointer result);

  long resultRowsWritten(Pointer result);

  long resultBytesWritten(Pointer result);

  @Nullable String resultError(Pointer result);

  void destroyQueryResult(Pointer result);

  /** Zero when {@code analysis} was filled. */
  int classifyQueryN(
      Pointer connection,
      byte[] query,
      long length,
      byte[] database,
      long dbLength,
      Pointer analysis);
}
