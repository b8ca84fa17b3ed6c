package io.sitepulse.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final byte[] CONTENT = "some rows".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void anArchiveIsReadBackAndOnlyItsOwnerMayReadIt() throws Exception {
    Path file = write(Manifest.FORMAT, List.of("V001__page_views.sql"));

    try (var reader = ArchiveReader.open(file)) {
      assertThat(reader.manifest().entries())
          .singleElement()
          .satisfies(entry -> assertThat(entry.bytes()).isEqualTo(CONTENT.length));
      assertThat(reader.open("rows")).hasBinaryContent(CONTENT);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anUnfinishedArchiveLeavesNoFile() throws Exception {
    try (var writer = ArchiveWriter.create(folder.resolve("backup.zip"))) {
      writer.add("rows", out -> out.write(CONTENT));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anExistingFileIsNotOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve("backup.zip"), "mine");
    assertThatThrownBy(() -> ArchiveWriter.create(file))
        .isInstanceOf(BackupException.class)
        .hasMessageEndingWith("is there already");
  }

  @Test
  void aNewerFormatOrMigrationIsRefused() throws Exception {
    assertRefused(write(Manifest.FORMAT + 1, List.of()), "newer version", "its format is 2");
    assertRefused(
        write(Manifest.FORMAT, List.of("V999__unknown.sql")), "newer version", "V999__unknown");
  }

  @Test
  void aWrongChecksumIsRefused() throws Exception {
    Path file = folder.resolve("backup.zip");
    try (var writer = ArchiveWriter.create(file)) {
      writer.add("rows", out -> out.write(CONTENT));
      writer.finish(
          entries ->
              manifest(
                  Manifest.FORMAT,
                  List.of(),
                  List.of(new Manifest.Entry("rows", CONTENT.length, "00"))));
    }
    assertRefused(file, "damaged", "wrong checksum of rows");
  }

  @Test
  void aChangedByteOrACutIsRefused() throws Exception {
    Path file = write(Manifest.FORMAT, List.of());
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x55;
      Path damaged = Files.write(folder.resolve("damaged.zip"), changed);
      assertReadsTheSameOrIsRefused(damaged);
    }
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertRefused(Files.write(folder.resolve("half.zip"), half), "is no backup of sitepulse");
  }

  @Test
  void recordsKeepTimeKeyValueAndHeaders() throws Exception {
    Headers headers = new RecordHeaders().add("name", new byte[] {1, 2}).add("none", null);
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    RecordCodec.write(out, record(new byte[] {3}, CONTENT, headers));
    RecordCodec.write(out, record(null, null, new RecordHeaders()));
    var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    var first = RecordCodec.read(in, "topic", 4);
    assertThat(first.partition()).isEqualTo(4);
    assertThat(first.timestamp()).isEqualTo(1234);
    assertThat(first.key()).containsExactly(3);
    assertThat(first.value()).isEqualTo(CONTENT);
    assertThat(first.headers()).isEqualTo(headers);
    var second = RecordCodec.read(in, "topic", 4);
    assertThat(second.key()).isNull();
    assertThat(second.value()).isNull();
    assertThat(in.available()).isZero();
  }

  @SuppressWarnings("NullAway") // Records without key or value are what is tested.
  private static ConsumerRecord<byte[], byte[]> record(
      byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return new ConsumerRecord<>(
        "topic",
        0,
        7,
        1234,
        TimestampType.CREATE_TIME,
        0,
        0,
        key,
        value,
        headers,
        Optional.empty());
  }

  private Path write(int format, List<String> migrations) throws IOException {
    Path file = Files.createTempDirectory(folder, "backup").resolve("backup.zip");
    try (var writer = ArchiveWriter.create(file)) {
      writer.add("rows", out -> out.write(CONTENT));
      writer.finish(entries -> manifest(format, migrations, entries));
    }
    return file;
  }

  private static Manifest manifest(
      int format, List<String> migrations, List<Manifest.Entry> entries) {
    return new Manifest(
        format,
        "test",
        Instant.EPOCH,
        null,
        new Manifest.ClickHousePart(migrations, List.of()),
        new Manifest.KafkaPart(List.of(), List.of()),
        entries);
  }

  /** Some bytes of a ZIP file, such as its times, mean nothing to a restore. */
  private static void assertReadsTheSameOrIsRefused(Path file) throws IOException {
    try (var reader = ArchiveReader.open(file)) {
      assertThat(reader.open("rows")).hasBinaryContent(CONTENT);
    } catch (IOException e) {
      assertThat(e).isInstanceOf(BackupException.class);
    }
  }

  private static void assertRefused(Path file, String... parts) {
    assertThatThrownBy(() -> ArchiveReader.open(file).close())
        .isInstanceOf(BackupException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }
}
