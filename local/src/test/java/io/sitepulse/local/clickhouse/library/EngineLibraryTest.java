package io.sitepulse.local.clickhouse.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLibraryTest {
  @TempDir private Path directory = Path.of("");
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void theCacheIsTheUsersOwn() {
    Path home = Path.of("/home/lan");

    assertThat(EngineLibrary.cacheDirectory(Map.of(), home))
        .isEqualTo(Path.of("/home/lan/.cache/sitepulse"));
    assertThat(EngineLibrary.cacheDirectory(Map.of("XDG_CACHE_HOME", "/var/caches"), home))
        .isEqualTo(Path.of("/var/caches/sitepulse"));
    assertThat(
            EngineLibrary.cacheDirectory(
                Map.of("XDG_CACHE_HOME", "/var/caches", "SITEPULSE_CACHE", "/data/cache"), home))
        .isEqualTo(Path.of("/data/cache"));
  }

  @Test
  void aFetchedEngineIsUsedWithoutAskingNpm() throws Exception {
    Path library = directory.resolve("clickhouse-26.7.3-stable.1-linux-x64-gnu/libchdb.so");
    Files.createDirectories(library.getParent());
    Files.createFile(library);

    assertThat(engine("no-such-npm").find()).isEqualTo(library);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aMissingNpmIsReportedInOneLine() {
    assertThatThrownBy(() -> engine("no-such-npm").find())
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("npm is needed");
  }

  @Test
  void aPackageWithAnotherDigestIsNotUsedAndRemoved() throws Exception {
    Path npm = Files.writeString(directory.resolve("npm"), FORGER);
    assertThat(npm.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> engine(npm.toString()).find())
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("not the one expected");
    assertThat(directory).isDirectoryNotContaining("glob:**/{fetch-,clickhouse-*gnu}*[!k]");
  }

  /** Delivers a file of its own where npm would deliver the engine. */
  private static final String FORGER =
      """
      #!/bin/sh
      for argument in "$@"; do
        case "$argument" in --pack-destination=*) echo forged > "${argument#*=}/engine.tgz" ;; esac
      done
      """;

  private EngineLibrary engine(String npm) {
    PrintStream progress = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new EngineLibrary(EnginePackage.LINUX_X64, directory, new NpmPack(npm), progress);
  }
}
