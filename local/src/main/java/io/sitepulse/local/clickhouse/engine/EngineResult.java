package io.sitepulse.local.clickhouse.engine;

import com.sun.jna.Pointer;

/** The result of a statement: formatted bytes in the engine's memory, valid until closed. */
public final class EngineResult implements AutoCloseable {

  /** Rows and bytes that a statement read, wrote and returned, and the seconds it took. */
  public record Statistics(
      long readRows,
      long readBytes,
      long writtenRows,
      long writtenBytes,
      long resultRows,
      long resultBytes,
      double seconds) {}

  private final ChdbLibrary library;
  private final Pointer result;

  private EngineResult(ChdbLibrary library, Pointer result) {
    this.library = library;
    this.result = result;
  }

  /** Wraps a native result. If it is an error, frees it and throws the error. */
  static EngineResult take(ChdbLibrary library, Pointer result) {
    String error = library.resultError(result);
    if (error != null) {
      library.destroyQueryResult(result);
      throw EngineException.of(error);
    }
    return new EngineResult(library, result);
  }

  /** Size of the result in bytes. It may exceed the largest array. */
  public long length() {
    return library.resultLength(result);
  }

  /** A copy of some bytes of the answer. */
  public byte[] bytes(long from, int count) {
    Pointer buffer = library.resultBuffer(result);
    return buffer == null || count == 0 ? new byte[0] : buffer.getByteArray(from, count);
  }

  public Statistics statistics() {
    return new Statistics(
        library.resultStorageRowsRead(result),
        library.resultStorageBytesRead(result),
        library.resultRowsWritten(result),
        library.resultBytesWritten(result),
        library.resultRowsRead(result),
        length(),
        library.resultElapsed(result));
  }

  @Override
  public void close() {
    library.destroyQueryResult(result);
  }
}
