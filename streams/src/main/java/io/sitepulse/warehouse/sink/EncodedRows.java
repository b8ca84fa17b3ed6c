package io.sitepulse.warehouse.sink;

import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.data.ClickHouseColumn;
import com.clickhouse.data.ClickHouseFormat;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a table in the format RowBinary. As objects, some dozens a row, they would live until
 * ClickHouse has the batch, and the garbage collector would copy all of them several times: that
 * took a third of the CPU time of the sink. Not thread-safe.
 */
final class EncodedRows {
  private static final int INITIAL_BYTES = 64 * 1024;

  private final Table<?> table;
  private final RowBinaryFormatWriter writer;
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream(INITIAL_BYTES);
  private final Map<Object, Row> ofRecord = new HashMap<>();
  private int count;

  EncodedRows(Table<?> table) {
    this.table = table;
    this.writer = new RowBinaryFormatWriter(row, schema(table), ClickHouseFormat.RowBinary);
  }

  private static TableSchema schema(Table<?> table) {
    List<String> names = table.columns();
    List<String> types = table.types();
    var columns = new ArrayList<ClickHouseColumn>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(ClickHouseColumn.of(names.get(i), types.get(i)));
    }
    return new TableSchema(table.name(), "", RowInsert.DATABASE, columns);
  }

  /** The rows that follow are those of another record. */
  void nextRecord() {
    ofRecord.clear();
  }

  /**
   * Adds a row, unless the record has another one of the same key that wins.
   *
   * @throws RuntimeException if a value does not fit its column. Then nothing is added
   */
  void add(Row next) {
    Row earlier = ofRecord.get(next.key());
    if (earlier != null && table.merge(earlier, next).equals(earlier)) {
      return;
    }
    try {
      row.reset();
      List<Object> values = next.values();
      for (int i = 0; i < values.size(); i++) {
        writer.setValue(i + 1, values.get(i));
      }
      writer.commitRow();
      row.writeTo(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (next.key() != null) {
      ofRecord.put(next.key(), next);
    }
    count++;
  }

  /** Number of rows. */
  int count() {
    return count;
  }

  /** Writes all rows. It can be repeated. */
  void writeTo(OutputStream output) throws IOException {
    rows.writeTo(output);
  }
}
