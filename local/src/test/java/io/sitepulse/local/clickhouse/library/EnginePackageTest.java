package io.sitepulse.local.clickhouse.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginePackageTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, @chdb/lib-linux-x64-gnu@26.7.3-stable.1",
    "Linux, aarch64, @chdb/lib-linux-arm64-gnu@26.7.3-stable.1",
    "Mac OS X, aarch64, @chdb/lib-darwin-arm64@26.7.3-stable.1",
    "Mac OS X, x86_64, @chdb/lib-darwin-x64@26.7.3-stable.1",
  })
  void eachKindOfMachineHasItsPackage(String os, String arch, String specification)
      throws Exception {
    assertThat(EnginePackage.of(os, arch, false).specification()).isEqualTo(specification);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 11, amd64, false",
    "Linux, s390x, false",
    "Linux, amd64, true",
    "Mac OS X, ppc, false"
  })
  void otherMachinesGetOneLineThatSaysWhatToDo(String os, String arch, boolean musl) {
    assertThatThrownBy(() -> EnginePackage.of(os, arch, musl))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining(os)
        .hasMessageContaining(arch)
        .hasMessageContaining("ClickHouse server")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void anUnpinnedPackageIsRefused() {
    assertThatThrownBy(EnginePackage.DARWIN_ARM64::integrity)
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("not pinned")
        .hasMessageContaining(EngineLibrary.FILE);
  }

  @Test
  void theIntegrityOfThisProjectsOwnMachinesIsPinned() throws Exception {
    assertThat(EnginePackage.LINUX_X64.integrity()).startsWith("sha512-").hasSize(95);
  }
}
