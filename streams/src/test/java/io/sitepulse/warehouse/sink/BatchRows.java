package io.sitepulse.warehouse.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the rows of a batch, those in the format RowBinary too. */
final class BatchRows {
  private BatchRows() {}

  /** All rows, table by table. */
  static List<Row> of(Batch batch) {
    return batch.tables().stream().flatMap(table -> of(batch, table).stream()).toList();
  }

  /** The rows of a table, without keys where they were encoded. */
  static List<Row> of(Batch batch, Table<?> table) {
    EncodedRows encoded = batch.encoded(table);
    return encoded == null ? List.copyOf(batch.rows(table)) : decoded(table, encoded);
  }

  private static List<Row> decoded(Table<?> table, EncodedRows encoded) {
    var bytes = new ByteArrayOutputStream();
    try {
      encoded.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    var rows = new ArrayList<Row>();
    while (buffer.hasRemaining()) {
      var values = new ArrayList<Object>();
      table.types().forEach(type -> values.add(value(type, buffer)));
      rows.add(new Row(null, values));
    }
    if (rows.size() != encoded.count()) {
      throw new AssertionError(rows.size() + " rows, and it says " + encoded.count());
    }
    return rows;
  }

  private static Object value(String type, ByteBuffer buffer) {
    return switch (type) {
      case "String" -> text(buffer);
      case "UUID" -> new UUID(buffer.getLong(), buffer.getLong());
      case "Date" -> LocalDate.ofEpochDay(Short.toUnsignedInt(buffer.getShort()));
      case "DateTime64(3, 'UTC')" -> Instant.ofEpochMilli(buffer.getLong());
      case "UInt64" -> buffer.getLong();
      case "UInt32" -> Integer.toUnsignedLong(buffer.getInt());
      case "UInt16" -> Short.toUnsignedInt(buffer.getShort());
      default -> throw new AssertionError(type);
    };
  }

  /** Its length has seven bits in each byte. */
  private static String text(ByteBuffer buffer) {
    int length = 0;
    int shift = 0;
    byte part;
    do {
      part = buffer.get();
      length |= (part & 0x7f) << shift;
      shift += 7;
    } while (part < 0);
    var utf8 = new byte[length];
    buffer.get(utf8);
    return new String(utf8, UTF_8);
  }
}
