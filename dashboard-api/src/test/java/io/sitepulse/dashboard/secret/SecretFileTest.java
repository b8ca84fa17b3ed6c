package io.sitepulse.dashboard.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir private Path folder;

  @Test
  void theSecretIsCreatedOnceAndReadableByItsOwnerOnly() throws Exception {
    var first = SecretFile.readOrCreate(folder.resolve("data"), "voter.secret");
    var second = SecretFile.readOrCreate(folder.resolve("data"), "voter.secret");
    assertThat(second.sign("x")).isEqualTo(first.sign("x"));
    Path file = folder.resolve("data/voter.secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void findingASecretDoesNotCreateOne() throws Exception {
    assertThat(SecretFile.find(folder.resolve("data"), "voter.secret")).isEmpty();
    assertThat(folder).isEmptyDirectory();
    var made = SecretFile.readOrCreate(folder.resolve("data"), "voter.secret");
    assertThat(SecretFile.find(folder.resolve("data"), "voter.secret").orElseThrow().sign("x"))
        .isEqualTo(made.sign("x"));
  }

  @Test
  void fingerprintsDistinguishSecrets() {
    var secret = new Secret("a secret of this test");
    assertThat(secret.fingerprint())
        .isEqualTo(new Secret("a secret of this test").fingerprint())
        .isNotEqualTo(new Secret("a secret of that test").fingerprint())
        .matches("[0-9a-f]{32}");
  }
}
