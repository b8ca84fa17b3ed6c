package io.sitepulse.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Creates the tables of a backup as they were, with their rows. */
final class ClickHouseLoad {
  private final Tables tables;
  private final ArchiveReader archive;

  ClickHouseLoad(Tables tables, ArchiveReader archive) {
    this.tables = tables;
    this.archive = archive;
  }

  /**
   * Checks that there are no tables of sitepulse.
   *
   * @throws BackupException if there is one
   */
  void requireEmpty() throws BackupException {
    List<String> there = tables.names();
    if (!there.isEmpty()) {
      throw new BackupException(
          "the installation is not empty: ClickHouse has the table sitepulse."
              + there.get(0)
              + ". A restore needs new brokers and a new ClickHouse");
    }
  }

  void run() throws IOException, InterruptedException {
    tables.execute("CREATE DATABASE IF NOT EXISTS " + Tables.DATABASE);
    for (Manifest.TableCopy table : archive.manifest().clickHouse().tables()) {
      tables.execute(table.definition());
      for (String entry : table.entries()) {
        try (InputStream rows = archive.open(entry)) {
          tables.insert(table.name(), table.columns(), rows);
        }
      }
      long rows = tables.rows(table.name());
      if (rows != table.rows()) {
        throw new BackupException(
            "the table %s has %d rows after the restore, the backup says %d"
                .formatted(table.name(), rows, table.rows()));
      }
    }
  }
}
