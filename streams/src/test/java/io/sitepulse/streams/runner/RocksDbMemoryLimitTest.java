package io.sitepulse.streams.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class RocksDbMemoryLimitTest {
  /** As many as some 40 partitions have. */
  private static final int STORES = 600;

  private static final int VALUES = 40;

  @TempDir Path folder;

  @Test
  void manyStoresWithLittleDataAreNotFlushedAtEachWrite() throws Exception {
    try (var memory = new RocksDbMemoryLimit(CountingConfig.DEFAULT_STORE_MEMORY_MB);
        var options = new Options()) {
      options.setTableFormatConfig(new BlockBasedTableConfig());
      new RocksDbMemoryLimit.Setter()
          .setConfig("store", options, Map.of(RocksDbMemoryLimit.KEY, memory));
      options.setCreateIfMissing(true);
      try (var database = new DBOptions(options);
          var family = new ColumnFamilyOptions(options)) {
        assertThat(filesOf(database, family)).isLessThan(10);
      }
    }
  }

  /** Writes to all stores in turn and returns the number of files. */
  private int filesOf(DBOptions database, ColumnFamilyOptions family) throws RocksDBException {
    var handles = new ArrayList<ColumnFamilyHandle>();
    var first = List.of(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, family));
    try (var db = RocksDB.open(database, folder.toString(), first, handles)) {
      handles.addAll(db.createColumnFamilies(family, names()));
      for (int i = 0; i < VALUES; i++) {
        for (var handle : handles) {
          db.put(handle, ("key" + i).getBytes(UTF_8), new byte[100]);
        }
      }
      int files = db.getLiveFilesMetaData().size();
      handles.forEach(ColumnFamilyHandle::close);
      return files;
    }
  }

  private static List<byte[]> names() {
    return IntStream.range(0, STORES).mapToObj(i -> ("store" + i).getBytes(UTF_8)).toList();
  }
}
