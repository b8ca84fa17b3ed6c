package io.sitepulse.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a data folder as a kept fixture, and unpacks it. What is made anew at a start is left out:
 * index files of Kafka, so that it recovers as after a kill, options and logs of RocksDB, and the
 * secrets. ClickHouse has links to folders. They are kept as files with their target.
 */
final class EarlierData {
  private static final String LINK = ".link";

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(dashboard|logs|clickhouse/(data|tmp))(/.*)?|lock|.*[.]lock"
              + "|.*/([.]kafka_cleanshutdown|LOG([.]old.*)?|OPTIONS-\\d+|\\d+[.](time)?index)");

  private EarlierData() {}

  /** Packs a folder that nobody uses. */
  static void pack(Path folder, Path archive) throws IOException {
    try (Stream<Path> files = Files.walk(folder);
        OutputStream out = Files.newOutputStream(archive);
        var zip = new ZipOutputStream(out)) {
      List<Path> kept = files.filter(file -> isKept(folder, file)).sorted().toList();
      for (Path file : kept) {
        String name = folder.relativize(file).toString();
        if (Files.isSymbolicLink(file)) {
          zip.putNextEntry(new ZipEntry(name + LINK));
          zip.write(Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
        } else {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
    }
  }

  private static boolean isKept(Path folder, Path file) {
    return (Files.isRegularFile(file) || Files.isSymbolicLink(file))
        && !LEFT_OUT.matcher(folder.relativize(file).toString()).matches();
  }

  /** Unpacks an archive that is beside this class. */
  static void unpack(String resource, Path target) throws IOException {
    try (InputStream in = EarlierData.class.getResourceAsStream(resource);
        var zip = new ZipInputStream(Objects.requireNonNull(in))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(LINK)) {
          String to = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          Path link = target.resolve(name.substring(0, name.length() - LINK.length()));
          Files.createDirectories(Objects.requireNonNull(link.getParent()));
          Files.createSymbolicLink(link, Path.of(to));
        } else if (!entry.isDirectory()) {
          Path file = target.resolve(name).normalize();
          Files.createDirectories(Objects.requireNonNull(file.getParent()));
          Files.copy(zip, file);
        }
      }
    }
  }
}
