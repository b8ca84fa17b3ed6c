package io.sitepulse.local.clickhouse.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The engine's data, held by one process at a time. The system frees a killed holder's lock. */
final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileLock lock;

  private DataDirectory(Path path, FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Throws {@link IOException} with one line for people when another process holds it. */
  static DataDirectory hold(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("sitepulse.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException(directory + " is in use by another ClickHouse engine");
    }
    return new DataDirectory(directory, lock);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
