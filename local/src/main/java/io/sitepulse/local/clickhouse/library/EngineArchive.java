package io.sitepulse.local.clickhouse.library;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The packed engine: checked against its pinned integrity before anything of it is used. */
final class EngineArchive {
  private static final String FOLDER = "package/";

  private EngineArchive() {}

  /**
   * Writes one file of the package.
   *
   * @param integrity {@code sha512-} and base 64, as npm writes it
   * @throws EngineUnavailableException when the archive is another one, or lacks the file
   */
  static void unpack(Path archive, String integrity, String name, Path target) throws IOException {
    String found = integrity(archive);
    if (!found.equals(integrity)) {
      throw new EngineUnavailableException(
          "The ClickHouse engine that arrived is not the one expected (%s instead of %s)"
              .formatted(found, integrity));
    }
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        var tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals(FOLDER + name)) {
          Files.copy(tar, target);
          return;
        }
      }
    }
    throw new EngineUnavailableException("The ClickHouse engine's package has no " + name);
  }

  static String integrity(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha512())) {
      in.transferTo(OutputStream.nullOutputStream());
      return "sha512-" + Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-512", impossible);
    }
  }
}
