package io.sitepulse.local.backup;

import io.sitepulse.runtime.json.Json;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup: a ZIP file that only its owner may read. It has its name only when it is
 * complete and on the disk. Until then the name ends with {@code .part}.
 */
final class ArchiveWriter implements AutoCloseable {
  static final String MANIFEST = "manifest.json";

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final ZipOutputStream zip;
  private final List<Manifest.Entry> entries = new ArrayList<>();

  private ArchiveWriter(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.zip = new ZipOutputStream(Channels.newOutputStream(channel));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Writes the content of an entry. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Begins a file, which must not exist. */
  static ArchiveWriter create(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new BackupException(target + " is there already");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      return new ArchiveWriter(target, part, FileChannel.open(part, options, owner));
    } catch (FileAlreadyExistsException e) {
      throw new BackupException(
          part + " is there already: another backup writes it, or one was killed: remove it", e);
    }
  }

  /** Adds an entry. */
  void add(String name, Content content) throws IOException {
    var digest = new Digest(zip);
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(digest);
    digest.flush();
    zip.closeEntry();
    entries.add(new Manifest.Entry(name, digest.bytes, digest.text()));
  }

  /** Adds the manifest and gives the file its name. */
  Manifest finish(Function<List<Manifest.Entry>, Manifest> contents) throws IOException {
    Manifest manifest = contents.apply(List.copyOf(entries));
    byte[] json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(json);
    zip.closeEntry();
    zip.finish();
    channel.force(true);
    zip.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return manifest;
  }

  /** Removes an unfinished file. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      Files.deleteIfExists(part);
    }
  }

  /** Counts and digests what is written, and leaves the stream below open. */
  static final class Digest extends FilterOutputStream {
    private final MessageDigest sha256 = sha256();
    private long bytes;

    Digest(OutputStream below) {
      super(below);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      sha256.update(from, offset, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      flush();
    }

    long bytes() {
      return bytes;
    }

    String text() {
      return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
