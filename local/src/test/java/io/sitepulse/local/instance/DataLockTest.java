package io.sitepulse.local.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
  @TempDir Path folder;

  @Test
  void aNewFolderIsOpenToItsOwnerOnly() throws IOException {
    Path data = folder.resolve("data");
    try (var lock = DataLock.take(data)) {
      lock.say("here");
      assertThat(rights(data)).isEqualTo("rwx------");
    }
  }

  @Test
  void anOpenFolderOfAnEarlierReleaseIsClosedAndItsGroupKeepsItsRights() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var lock = DataLock.take(data)) {
      lock.say("here");
      assertThat(rights(data)).isEqualTo("rwxr-x---");
    }
  }

  @Test
  void aSecondStartIsToldWhereTheFirstIs() throws IOException {
    Path data = folder.resolve("data");
    try (var lock = DataLock.take(data)) {
      lock.say("http://127.0.0.1:8080");
      assertThatThrownBy(() -> DataLock.take(data))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("http://127.0.0.1:8080");
    }
  }

  private static String rights(Path data) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data));
  }
}
