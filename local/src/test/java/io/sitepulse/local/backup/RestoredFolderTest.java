package io.sitepulse.local.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredFolderTest {
  @TempDir private Path data;

  @Test
  void aFolderWhoseRebuildWasKilledIsNotStarted() throws Exception {
    RestoredFolder.rebuilding(data);
    assertThatThrownBy(() -> RestoredFolder.requireFinished(data))
        .hasMessageContaining("delete the folder kafka in it, not clickhouse");

    RestoredFolder.rebuilding(data);
    RestoredFolder.rebuilt(data);
    assertThatCode(() -> RestoredFolder.requireFinished(data)).doesNotThrowAnyException();
  }
}
