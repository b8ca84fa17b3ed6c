package io.sitepulse.bench.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Rows in ClickHouse's format RowBinary: values one after the other, numbers little-endian. */
final class RowBinary {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);

  /** A {@code String}: its length as a variable-length number, then its UTF-8 bytes. */
  RowBinary text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    int rest = utf8.length;
    while (rest > 0x7f) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    bytes.write(utf8, 0, utf8.length);
    return this;
  }

  /** A {@code Date}: days of the epoch in 16 bits. */
  RowBinary day(LocalDate value) {
    return number(value.toEpochDay(), Short.BYTES);
  }

  /** A {@code UUID}: its two halves, each little-endian. */
  RowBinary uuid(UUID value) {
    return number(value.getMostSignificantBits(), Long.BYTES)
        .number(value.getLeastSignificantBits(), Long.BYTES);
  }

  /** A number of some bytes. {@code DateTime64(3)} is one of 8, in milliseconds of the epoch. */
  RowBinary number(long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes.write((int) (value >>> (Byte.SIZE * i)));
    }
    return this;
  }

  /** All rows until now. */
  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
