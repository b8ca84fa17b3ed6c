package io.sitepulse.local.replay.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, one char per byte: a log has no encoding, and its bytes must come out as they
 * went in. Packed files (gzip, also several in one) are recognised by their first bytes.
 */
public final class LogFile implements AutoCloseable {
  /** Longest line. More could not be sent in one request. */
  static final int LONGEST_LINE = 32 * 1024;

  /** A read that meets the end of a packed file that was cut loses this many bytes at most. */
  private static final int UNPACKED_AT_ONCE = 512;

  private static final int SAMPLE = 20;
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final InputStream bytes;
  private final Deque<String> ahead = new ArrayDeque<>();
  private boolean begun;

  private LogFile(InputStream bytes) {
    this.bytes = bytes;
  }

  /**
   * Opens a log.
   *
   * @param file the file, {@code -} for standard input
   */
  public static LogFile open(Path file) throws IOException {
    return of(file.toString().equals("-") ? System.in : Files.newInputStream(file));
  }

  /** Reads a log from a stream. */
  static LogFile of(InputStream stream) throws IOException {
    var bytes = new BufferedInputStream(stream, 1 << 16);
    bytes.mark(2);
    boolean packed = bytes.read() == GZIP_1 && bytes.read() == GZIP_2;
    bytes.reset();
    return new LogFile(
        packed
            ? new BufferedInputStream(
                GzipCompressorInputStream.builder()
                    .setInputStream(bytes)
                    .setDecompressConcatenated(true)
                    .get(),
                UNPACKED_AT_ONCE)
            : bytes);
  }

  /** The first lines, which are read again afterwards. */
  public List<String> sample() throws IOException {
    var sample = new ArrayList<String>();
    int requests = 0;
    while (requests < SAMPLE) {
      String line = next();
      if (line == null) {
        break;
      }
      sample.add(line);
      requests += line.isBlank() || line.startsWith("#") ? 0 : 1;
    }
    ahead.addAll(sample);
    return List.copyOf(sample);
  }

  /**
   * Reads the next line without its line end. A line that is too long is cut.
   *
   * @return null at the end of the log
   */
  public @Nullable String readLine() throws IOException {
    return ahead.isEmpty() ? next() : ahead.poll();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private @Nullable String next() throws IOException {
    var line = new ByteArrayOutputStream(256);
    int b = bytes.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = bytes.read()) {
      // A log that was truncated while the server wrote it has zeros in front.
      if (line.size() < LONGEST_LINE && (b != 0 || line.size() > 0)) {
        line.write(b);
      }
    }
    return trimmed(line.toString(StandardCharsets.ISO_8859_1));
  }

  private String trimmed(String line) {
    boolean mark = !begun && line.startsWith(BYTE_ORDER_MARK);
    begun = true;
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    return line.substring(mark ? BYTE_ORDER_MARK.length() : 0, end);
  }
}
