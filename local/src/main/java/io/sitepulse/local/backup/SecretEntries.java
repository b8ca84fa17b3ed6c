package io.sitepulse.local.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/** The encrypted entries of a backup: accounts, and the secrets of a data folder. */
final class SecretEntries {
  static final String FOLDER = "secrets/";

  private static final String FILES = FOLDER + "files/";

  /** Files in the data folder of {@code up}. */
  private static final List<String> NAMES =
      List.of("dashboard/voter.secret", "dashboard/session.secret");

  private SecretEntries() {}

  /** Adds the secret files of a data folder. */
  static void addFiles(Path data, ArchiveWriter archive, SecretBox box) throws IOException {
    for (String name : NAMES) {
      Path file = data.resolve(name);
      if (Files.exists(file)) {
        byte[] sealed = box.seal(FILES + name, Files.readAllBytes(file));
        archive.add(FILES + name, out -> out.write(sealed));
      }
    }
  }

  /** Restores the secret files, readable by their owner only. */
  static void restoreFiles(ArchiveReader archive, SecretBox box, Path data) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    for (String name : NAMES) {
      if (archive.manifest().entries().stream().anyMatch(e -> e.name().equals(FILES + name))) {
        Path file = data.resolve(name);
        Files.createDirectories(data.resolve("dashboard"));
        byte[] content = open(archive, box, FILES + name);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, owner)) {
          channel.write(ByteBuffer.wrap(content));
        }
      }
    }
  }

  /** Decrypts an entry. */
  static byte[] open(ArchiveReader archive, SecretBox box, String name) throws IOException {
    try (var in = archive.open(name)) {
      return box.open(name, in.readAllBytes());
    }
  }

  /**
   * Checks that a passphrase opens all secrets.
   *
   * @throws BackupException if it does not
   */
  static void check(ArchiveReader archive, SecretBox box) throws IOException {
    for (Manifest.Entry entry : archive.manifest().entries()) {
      if (entry.name().startsWith(FOLDER)) {
        open(archive, box, entry.name());
      }
    }
  }
}
