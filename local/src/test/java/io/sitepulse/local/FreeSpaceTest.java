package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.local.instance.StartException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
  private static final Path DATA = Path.of("/srv/data");

  @Test
  void aFullDiskIsOneLineThatSaysWhere() {
    assertThatThrownBy(() -> FreeSpace.require(DATA, 100L << 20))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "the disk of /srv/data is full: 100 MiB free, sitepulse needs 512; make room, or"
                + " --data elsewhere");
  }

  @Test
  void theRequiredSpaceSuffices() {
    assertThatCode(() -> FreeSpace.require(DATA, FreeSpace.NEEDED_MIB << 20))
        .doesNotThrowAnyException();
  }
}
