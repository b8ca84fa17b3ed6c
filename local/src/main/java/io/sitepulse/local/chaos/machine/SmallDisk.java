package io.sitepulse.local.chaos.machine;

import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A file system in memory at the folder of a process, which can be full. It becomes full when its
 * size is set to what is used. Only root can mount it.
 */
public final class SmallDisk implements AutoCloseable {
  private static final String ROOM = "size=2g";
  private static final int ATTEMPTS = 50;
  private static final int SECONDS = 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Tells whether this user may mount. */
  public static boolean isPossible() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sitepulse-disk");
    try {
      boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
      if (mounted) {
        run("umount", folder.toString());
      }
      return mounted;
    } finally {
      Files.delete(folder);
    }
  }

  /** Mounts an empty disk. */
  public static SmallDisk mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (!run("mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", folder.toString())) {
      throw new StartException("no file system can be mounted at " + folder);
    }
    return new SmallDisk(folder);
  }

  /** Takes all free room. */
  public void fill() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileStore store = Files.getFileStore(folder);
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      // Fails if the process has written meanwhile.
      if (run("mount", "-o", "remount,size=" + used, folder.toString())) {
        return;
      }
    }
    throw new IOException("the disk at " + folder + " cannot be filled");
  }

  /** Gives the room back. */
  public void free() throws IOException, InterruptedException {
    if (!run("mount", "-o", "remount," + ROOM, folder.toString())) {
      throw new IOException("the disk at " + folder + " cannot be given room");
    }
  }

  /** Unmounts it. Its files are gone. */
  @Override
  public void close() {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (IOException e) {
      throw new StartException("the disk at " + folder + " cannot be unmounted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return false; // There is no such program.
    }
    return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
