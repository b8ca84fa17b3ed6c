package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The accessibility checker of the web module's own tests. */
public final class Axe {
  private static final Path SCRIPT =
      Path.of("..", "dashboard-api", "web", "node_modules", "axe-core", "axe.min.js");
  private static final String RUN =
      """
      async () => (await axe.run({
          resultTypes: ['violations'],
          // WCAG 2.2, which axe leaves out unless it is asked for.
          rules: { 'target-size': { enabled: true } },
      })).violations.flatMap(
          violation => violation.nodes.map(
              node => violation.id + ': ' + node.target.flat().join(' ') + ' ' + node.failureSummary))
      """;

  private Axe() {}

  /** Asks that a page, and the shadow trees in it, break no rule. */
  public static void findsNothing(Page page) {
    assertThat(faults(page)).as("faults of %s", page.url()).isEmpty();
  }

  /** The rules that a page breaks, and where. */
  public static List<?> faults(Page page) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(script());
    }
    return (List<?>) page.evaluate(RUN);
  }

  private static String script() {
    try {
      return Files.readString(SCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
