package io.sitepulse.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a backup. It is opened only if this version can restore it and all checksums are right. */
final class ArchiveReader implements AutoCloseable {
  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private ArchiveReader(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.manifest = readManifest();
  }

  /**
   * Opens a backup and checks it.
   *
   * @throws BackupException if it is no backup, is damaged, or a newer version made it
   */
  static ArchiveReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new BackupException(file + " is no backup of sitepulse, or it is cut off", e);
    }
    try {
      var reader = new ArchiveReader(file, zip);
      reader.verify();
      return reader;
    } catch (BackupException e) {
      zip.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw new BackupException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** Opens an entry. */
  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupException(file + " is damaged: " + name + " is missing");
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private Manifest readManifest() throws IOException {
    ZipEntry entry = zip.getEntry(ArchiveWriter.MANIFEST);
    if (entry == null) {
      throw new BackupException(file + " is no backup of sitepulse");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readAllBytes();
      var crc = new CRC32(); // A ZipFile does not compare it.
      crc.update(text);
      if (crc.getValue() != entry.getCrc()) {
        throw new BackupException(file + " is damaged: wrong checksum of " + entry.getName());
      }
      JsonNode json = Json.MAPPER.readTree(text);
      int format = json.path("format").asInt();
      if (format > Manifest.FORMAT) {
        throw newer("its format is " + format + ", known is " + Manifest.FORMAT);
      }
      Manifest read = Json.MAPPER.treeToValue(json, Manifest.class);
      List<String> unknown = Migrations.unknown(read.clickHouse().migrations());
      if (!unknown.isEmpty()) {
        throw newer("its tables have the migration " + unknown.get(0));
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new BackupException(file + " is damaged: " + ArchiveWriter.MANIFEST, e);
    }
  }

  private BackupException newer(String why) {
    return new BackupException(
        file + " was made by a newer version of sitepulse (" + why + "): restore it with that one");
  }

  private void verify() throws IOException {
    for (Manifest.Entry entry : manifest.entries()) {
      var digest = new ArchiveWriter.Digest(OutputStream.nullOutputStream());
      try (InputStream in = open(entry.name())) {
        in.transferTo(digest);
      }
      if (digest.bytes() != entry.bytes() || !digest.text().equals(entry.sha256())) {
        throw new BackupException(file + " is damaged: wrong checksum of " + entry.name());
      }
    }
  }
}
