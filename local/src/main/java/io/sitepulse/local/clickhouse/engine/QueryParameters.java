package io.sitepulse.local.clickhouse.engine;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for {@code {name:Type}} as the library takes them: four C arrays, free when closed. */
final class QueryParameters implements AutoCloseable {
  private final int count;
  private final @Nullable Texts names;
  private final @Nullable Texts values;

  QueryParameters(Map<String, String> parameters) {
    count = parameters.size();
    names = count == 0 ? null : new Texts(parameters.keySet());
    values = count == 0 ? null : new Texts(parameters.values());
  }

  int count() {
    return count;
  }

  @Nullable Pointer names() {
    return names == null ? null : names.pointers;
  }

  @Nullable Pointer nameLengths() {
    return names == null ? null : names.lengths;
  }

  @Nullable Pointer values() {
    return values == null ? null : values.pointers;
  }

  @Nullable Pointer valueLengths() {
    return values == null ? null : values.lengths;
  }

  @Override
  public void close() {
    if (names != null) {
      names.close();
    }
    if (values != null) {
      values.close();
    }
  }

  /** {@code const char * const *} and {@code const size_t *}. */
  private static final class Texts implements AutoCloseable {
    final Memory pointers;
    final Memory lengths;
    private final Memory text;

    Texts(Collection<String> texts) {
      byte[][] bytes =
          texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
      long total = 1;
      for (byte[] one : bytes) {
        total += one.length;
      }
      text = new Memory(total);
      pointers = new Memory((long) bytes.length * Native.POINTER_SIZE);
      lengths = new Memory((long) bytes.length * Long.BYTES);
      long at = 0;
      for (int i = 0; i < bytes.length; i++) {
        text.write(at, bytes[i], 0, bytes[i].length);
        pointers.setPointer((long) i * Native.POINTER_SIZE, text.share(at));
        lengths.setLong((long) i * Long.BYTES, bytes[i].length);
        at += bytes[i].length;
      }
    }

    @Override
    public void close() {
      pointers.close();
      lengths.close();
      text.close();
    }
  }
}
