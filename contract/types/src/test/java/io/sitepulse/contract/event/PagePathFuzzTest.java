package io.sitepulse.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text as the path of a page. */
class PagePathFuzzTest {
  private static final List<String> PARAMETERS = List.of("id", "view");

  @FuzzTest(maxDuration = "5m")
  void path(byte[] input) {
    String path = "/" + new String(input, StandardCharsets.UTF_8);

    String normal = PagePath.of(path, PARAMETERS);

    assertThat(normal).startsWith("/").doesNotStartWith("//");
    assertThat(PagePath.of(normal, PARAMETERS)).isEqualTo(normal);
    assertThat(PagePath.of(normal)).isEqualTo(normal);
    assertThat(PagePath.of("/x/.." + path, PARAMETERS)).isEqualTo(normal);
    assertThat(PagePath.cut(PagePath.withoutEndSlash(normal), 20).length()).isLessThanOrEqualTo(20);
  }
}
