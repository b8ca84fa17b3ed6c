package io.sitepulse.local.backup;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.local.instance.DataLock;
import io.sitepulse.local.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The data folder of {@code up}, opened without the modules. The lock of the folder keeps an
 * instance from starting meanwhile, so nothing counts.
 */
public final class EmbeddedStorage implements AutoCloseable {
  private final DataLock lock;
  private final EmbeddedKafka kafka;
  private final EmbeddedClickHouse clickHouse;

  private EmbeddedStorage(DataLock lock, EmbeddedKafka kafka, EmbeddedClickHouse clickHouse) {
    this.lock = lock;
    this.kafka = kafka;
    this.clickHouse = clickHouse;
  }

  /**
   * Opens a folder.
   *
   * @throws io.sitepulse.local.instance.StartException if an instance runs with it
   */
  public static EmbeddedStorage open(Path data) throws IOException, InterruptedException {
    DataLock lock = DataLock.take(data);
    EmbeddedKafka kafka = null;
    boolean open = false;
    try {
      lock.say("pid " + ProcessHandle.current().pid() + ", a backup or a restore");
      kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
      var storage =
          new EmbeddedStorage(lock, kafka, EmbeddedClickHouse.start(data.resolve("clickhouse"), 0));
      open = true;
      return storage;
    } finally {
      if (!open) {
        if (kafka != null) {
          kafka.close();
        }
        lock.close();
      }
    }
  }

  /** The addresses, with the groups of other settings. */
  public Storage storage(Storage groups) {
    return groups.at(
        kafka.config(),
        new ClickHouseConfig(
            clickHouse.jdbcUrl(),
            clickHouse.user(),
            clickHouse.password(),
            ClickHouseConfig.DEFAULT_CONNECTIONS));
  }

  @Override
  public void close() throws IOException {
    clickHouse.close();
    kafka.close();
    lock.close();
  }
}
