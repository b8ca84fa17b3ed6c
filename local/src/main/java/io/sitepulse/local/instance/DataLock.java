package io.sitepulse.local.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one instance at a time use a data folder. A second start is refused with the address of the
 * first.
 */
public final class DataLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("------rwx");
  private static final Set<PosixFilePermission> ALL_BUT_OWNER =
      PosixFilePermissions.fromString("---rwxrwx");

  private final FileChannel file;
  private final FileLock lock;

  private DataLock(FileChannel file, FileLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Takes a folder, which is made if it is missing, and closes it to other users: it holds salts,
   * ballots and hashes of passwords. In a folder that was there the group keeps its rights, because
   * an operator may have given them. The system gives it back when the process ends, however it
   * ends.
   *
   * @throws StartException if another process has it, or it cannot be made
   */
  public static DataLock take(Path data) {
    try {
      boolean isNew = Files.notExists(data);
      Files.createDirectories(data);
      close(data, isNew ? ALL_BUT_OWNER : OTHERS);
      var file =
          FileChannel.open(
              data.resolve(NAME),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      return take(data, file);
    } catch (IOException e) {
      throw new StartException("cannot use the folder " + data + ": " + e, e);
    }
  }

  /** Takes rights from a folder. */
  private static void close(Path data, Set<PosixFilePermission> taken) throws IOException {
    var view = Files.getFileAttributeView(data, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    var rights = EnumSet.copyOf(view.readAttributes().permissions());
    if (rights.removeAll(taken)) {
      view.setPermissions(rights);
    }
  }

  private static DataLock take(Path data, FileChannel file) throws IOException {
    FileLock lock = tryLock(file);
    if (lock == null) {
      String holder = read(file);
      file.close();
      throw new StartException(
          "sitepulse already runs with the data in "
              + data
              + (holder.isEmpty() ? "" : ": " + holder));
    }
    file.truncate(0);
    var taken = new DataLock(file, lock);
    taken.say("pid " + ProcessHandle.current().pid() + ", starting");
    return taken;
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // This very process has it.
    }
  }

  /** Stores a text, such as the instance's address, that is shown to a second start. */
  public void say(String holder) throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    file.truncate(0);
    lock.release();
    file.close();
  }

  private static String read(FileChannel file) throws IOException {
    var content = ByteBuffer.allocate((int) Math.min(1024, file.size()));
    file.read(content, 0);
    return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
  }
}
