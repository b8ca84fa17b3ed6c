package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MalformedLinesTest {
  @Test
  void theSampleIsTheFirstLineCutAndSafeToPrint() {
    var lines = new MalformedLines();
    lines.add(
        3, "\u001b[31mred\u00ff\t" + "x".repeat(1_000), new MalformedLineException("no time"));
    lines.add(4, "another", new MalformedLineException("no time"));

    assertThat(lines.sample()).startsWith("3: ?[31mred??x").endsWith("x…").hasSize(204);
    assertThat(lines.count()).isEqualTo(2);
  }
}
