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

/**
 * Stores the secret of an instance that has none configured: created once, readable by its owner.
 */
public final class SecretFile {
  private static final int BYTES = 32;

  private SecretFile() {}

  /**
   * Reads the secret in a folder and creates it if there is none.
   *
   * @param name of the file, e.g. {@code voter.secret}
   * @throws IOException if it can neither be read nor written
   */
  public static Secret readOrCreate(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      create(folder, file);
    }
    return read(file);
  }

  /**
   * Reads the secret in a folder, if there is one.
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

  /** Writes to a temporary file and links it, so no other instance reads a partial secret. */
  private static void create(Path folder, Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path part = Files.createTempFile(folder, "secret", ".part", ownerOnly(folder));
    try {
      Files.writeString(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      // Another instance created the file first. Its secret is used.
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
