package io.sitepulse.local.clickhouse.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineArchiveTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void theLibraryIsUnpackedWhenTheIntegrityIsRight() throws Exception {
    Path archive = archive("package/libchdb.so", "the engine");
    Path target = directory.resolve("libchdb.so");

    EngineArchive.unpack(archive, EngineArchive.integrity(archive), "libchdb.so", target);

    assertThat(target).hasContent("the engine");
  }

  @Test
  void nothingIsUnpackedWhenTheIntegrityIsWrong() throws Exception {
    Path archive = archive("package/libchdb.so", "another engine");
    Path target = directory.resolve("libchdb.so");

    assertThatThrownBy(() -> EngineArchive.unpack(archive, "sha512-other", "libchdb.so", target))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("not the one expected");
    assertThat(target).doesNotExist();
  }

  @Test
  void anArchiveWithoutTheLibraryIsRefused() throws Exception {
    Path archive = archive("package/index.js", "nothing");
    String integrity = EngineArchive.integrity(archive);

    assertThatThrownBy(
            () ->
                EngineArchive.unpack(archive, integrity, "libchdb.so", directory.resolve("target")))
        .hasMessageContaining("has no libchdb.so");
  }

  @Test
  void theIntegrityIsWrittenAsNpmWritesIt() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty"));

    assertThat(EngineArchive.integrity(empty))
        .isEqualTo(
            "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==");
  }

  private Path archive(String name, String content) throws IOException {
    Path archive = directory.resolve("engine.tgz");
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (var tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
    return archive;
  }
}
