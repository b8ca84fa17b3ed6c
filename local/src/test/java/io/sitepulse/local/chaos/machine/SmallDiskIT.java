package io.sitepulse.local.chaos.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskIT {
  private static final byte[] PAGE = new byte[1 << 16];

  @Test
  void aFullDiskHasRoomAgainOnceItIsFreed(@TempDir Path folder) throws Exception {
    assumeTrue(SmallDisk.isPossible(), "only root may mount");
    try (var disk = SmallDisk.mount(folder)) {
      Files.write(folder.resolve("before"), PAGE);
      disk.fill();
      assertThatThrownBy(() -> Files.write(folder.resolve("full"), PAGE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");
      disk.free();
      Files.write(folder.resolve("after"), PAGE);
    }
  }
}
