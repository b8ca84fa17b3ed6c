package io.sitepulse.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.report.Figure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnerIT {
  @Test
  void measuresEveryLoop(@TempDir Path folder) throws Exception {
    var settings = BenchSettings.quick(folder.resolve("inner")).withRuns(1);

    var result = new InnerPart().run(settings, progress -> {});

    assertThat(result.figures())
        .extracting(Figure::name)
        .containsExactlyInAnyOrder(
            "inner, write", "inner, readHead", "inner, readEvent", "inner, row");
    assertThat(result.figures()).allMatch(figure -> figure.values().minimum() > 0);
  }
}
