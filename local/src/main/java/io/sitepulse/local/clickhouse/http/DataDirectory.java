package io.sitepulse.local.clickhouse.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
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

  /**
   * Creates the directory if it is missing and locks it.
   *
   * @throws IOException with a one-line message if another process holds it, or if it cannot be
   *     used
   */
  static DataDirectory hold(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("sitepulse.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return new DataDirectory(directory, lock(directory, channel));
    } catch (FileSystemException unusable) {
      throw new IOException("Cannot use " + directory + ": " + unusable, unusable);
    }
  }

  private static FileLock lock(Path directory, FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException(directory + " is in use by another ClickHouse engine");
    }
    return lock;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
