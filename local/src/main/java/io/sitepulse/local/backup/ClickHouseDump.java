package io.sitepulse.local.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Copies all tables while no process writes to them.
 *
 * <p>A column {@code version} of the type UInt64 is the offset of a record, and the row with the
 * largest one is valid. After a restore the topics begin at offset 0 again. So of these tables only
 * the valid rows are copied, and their version becomes 0, which every later record replaces.
 */
final class ClickHouseDump {
  /** Largest number of rows in an entry, where a table can be divided by days. */
  private static final long LARGEST_ENTRY = 2_000_000;

  private final Tables tables;
  private final ArchiveWriter archive;
  private final long largestEntry;

  ClickHouseDump(Tables tables, ArchiveWriter archive) {
    this(tables, archive, LARGEST_ENTRY);
  }

  ClickHouseDump(Tables tables, ArchiveWriter archive, long largestEntry) {
    this.tables = tables;
    this.archive = archive;
    this.largestEntry = largestEntry;
  }

  Manifest.ClickHousePart write() throws IOException, InterruptedException {
    List<Manifest.TableCopy> copies = new ArrayList<>();
    for (String table : tables.names()) {
      copies.add(copy(table));
    }
    if (copies.isEmpty()) {
      throw new BackupException("there are no tables of sitepulse in this ClickHouse");
    }
    List<String> migrations =
        tables.texts("SELECT DISTINCT name FROM sitepulse.schema_migrations ORDER BY name");
    return new Manifest.ClickHousePart(migrations, copies);
  }

  private Manifest.TableCopy copy(String table) throws IOException, InterruptedException {
    List<Tables.Column> columns = tables.columns(table);
    boolean versioned = columns.contains(new Tables.Column("version", "UInt64"));
    String from =
        "SELECT %s FROM sitepulse.%s%s"
            .formatted(
                columns.stream()
                    .map(column -> selected(column, versioned))
                    .collect(Collectors.joining(", ")),
                table,
                versioned ? " FINAL" : "");
    List<String> entries = new ArrayList<>();
    for (String condition : conditions(table, columns)) {
      String entry = "clickhouse/" + table + "/" + entries.size();
      add(entry, from + " WHERE " + condition);
      entries.add(entry);
    }
    List<String> names = columns.stream().map(Tables.Column::name).toList();
    return new Manifest.TableCopy(
        table, tables.definition(table), names, tables.rows(table), entries);
  }

  private void add(String entry, String sql) throws IOException, InterruptedException {
    try {
      archive.add(
          entry,
          out -> {
            try {
              tables.read(sql, out);
            } catch (InterruptedException e) {
              throw new Interrupted(e);
            }
          });
    } catch (Interrupted e) {
      throw e.cause;
    }
  }

  private static String selected(Tables.Column column, boolean versioned) {
    return versioned && column.name().equals("version")
        ? "toUInt64(0) AS version"
        : "`" + column.name() + "`";
  }

  private List<String> conditions(String table, List<Tables.Column> columns) {
    boolean byDay = columns.contains(new Tables.Column("day", "Date"));
    List<String> conditions = new ArrayList<>();
    for (Tables.Part part : tables.parts(table)) {
      String ofPart = "_partition_id = '" + part.id() + "'";
      if (part.rows() <= largestEntry || !byDay) {
        conditions.add(ofPart);
      } else {
        String days =
            "SELECT DISTINCT toString(day) AS day FROM sitepulse.%s WHERE %s ORDER BY day"
                .formatted(table, ofPart);
        for (String day : tables.texts(days)) {
          conditions.add(ofPart + " AND day = '" + day + "'");
        }
      }
    }
    return conditions;
  }

  /** An interruption on its way through the stream of an entry. */
  private static final class Interrupted extends IOException {
    private static final long serialVersionUID = 1;

    private final InterruptedException cause;

    Interrupted(InterruptedException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
