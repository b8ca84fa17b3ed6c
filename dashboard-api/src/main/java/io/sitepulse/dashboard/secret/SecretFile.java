package io.sitepulse.dashboard.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The secret of an instance that was not told one: made once, kept where only its owner reads. */
public final class SecretFile {
  private static final int BYTES = 32;

  private SecretFile() {}

  /**
   * Reads a secret of a folder, or makes one there.
   *
   * @param name of the file, e.g. {@code voter.secret}
   * @throws IOException if it can neither be read nor written
   */
  public static Secret in(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      make(folder, file);
    }
    return read(file);
  }

  /**
   * Reads a secret of a folder, if it has been made.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<Secret> find(Path folder, String name) throws IOException {
    try {
      return Optional.of(read(folder.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Secret read(Path file) throws IOException {
    return new Secret(Files.readString(file).trim());
  }

  /** Written whole under another name first: a second instance never reads half a secret. */
  private static void make(Path folder, Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path part = Files.createTempFile(folder, "secret", ".part", ownerOnly(folder));
    try {
      Files.writeString(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      // Another instance was quicker; its secret is the one.
    } finally {
      Files.delete(part);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
