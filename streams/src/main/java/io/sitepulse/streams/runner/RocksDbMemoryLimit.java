package io.sitepulse.streams.runner;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Limits the memory of all stores of a process together. Without it every store, and every day of a
 * window store, in every partition, could take 98 MiB outside the Java heap. There are hundreds.
 */
public final class RocksDbMemoryLimit implements AutoCloseable {
  /** Key of this object in the properties, where {@link Setter} finds it. */
  static final String KEY = "sitepulse.store.memory";

  private static final long MIB = 1024L * 1024;
  private static final long BLOCK = 4 * 1024L;
  private static final long WRITE_BUFFER = 4 * MIB;

  /**
   * Smallest memory of a store that has been written to. RocksDB's default would be an eighth of
   * the write buffer. Some 20 partitions have 224 stores with an entry. These would fill the memory
   * for writes, and from then on each write would flush a store.
   */
  private static final long ARENA_BLOCK = 64 * 1024L;

  private static final int SHARD_BITS = 4;

  static {
    RocksDB.loadLibrary();
  }

  private final LRUCache cache;
  private final WriteBufferManager writeBuffers;

  public RocksDbMemoryLimit(int mebibytes) {
    cache = new LRUCache(mebibytes * MIB, SHARD_BITS, false, 0.1);
    writeBuffers = new WriteBufferManager(mebibytes * MIB / 2, cache);
  }

  /** Frees the memory. Call it only after all stores have been closed. */
  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }

  private void applyTo(Options options) {
    options.setWriteBufferManager(writeBuffers);
    options.setWriteBufferSize(WRITE_BUFFER);
    options.setArenaBlockSize(ARENA_BLOCK);
    options.setMaxWriteBufferNumber(2);
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(cache);
    table.setBlockSize(BLOCK);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
  }

  /** Applies the limit to a store. Kafka Streams creates it from the name of the class. */
  public static final class Setter implements RocksDBConfigSetter {
    @Override
    public void setConfig(String store, Options options, Map<String, Object> properties) {
      var memory = (RocksDbMemoryLimit) Objects.requireNonNull(properties.get(KEY), KEY);
      memory.applyTo(options);
    }

    @Override
    public void close(String store, Options options) {
      // The stores share the memory, so it is freed by RocksDbMemoryLimit.close.
    }
  }
}
