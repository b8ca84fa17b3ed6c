package io.sitepulse.local;

import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks that a disk has room for the first hours of an instance. */
final class FreeSpace {
  static final long NEEDED_MIB = 512;
  private static final long MIB = 1024 * 1024;

  private FreeSpace() {}

  /**
   * Checks the free space of a folder's disk.
   *
   * @throws StartException if there is not enough
   */
  static void require(Path data) {
    try {
      require(data, Files.getFileStore(data).getUsableSpace());
    } catch (IOException e) {
      throw new StartException("cannot use the folder " + data + ": " + e, e);
    }
  }

  static void require(Path data, long freeBytes) {
    if (freeBytes < NEEDED_MIB * MIB) {
      throw new StartException(
          "the disk of %s is full: %d MiB free, sitepulse needs %d; make room, or --data elsewhere"
              .formatted(data, freeBytes / MIB, NEEDED_MIB));
    }
  }
}
