package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page in which nothing moves because of the widgets. */
@ExtendWith(StageExtension.class)
class StillnessIT {
  private static final String WATCH =
      """
      window.shifts = [];
      new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push({
        value: entry.value,
        nodes: entry.sources.map(source => source.node && source.node.nodeName).join()
      }))).observe({ type: 'layout-shift', buffered: true });
      """;

  /** Style that docs/embed.md recommends to reserve space before the script has loaded. */
  private static final String PLACE =
      """
      <style>sitepulse-counter { display: block; min-height: 7.5em }
      sitepulse-poll { display: block; min-height: 20em }</style>
      """;

  @Test
  void numbersThatComeAndGoShiftNothing(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.context.addInitScript(WATCH);
      visitor.open(
          stage.portal.page(
              "/still",
              HostPortal.html(
                  "vi",
                  PLACE + stage.line("looks"),
                  "<sitepulse-counter></sitepulse-counter><p>Dưới bộ đếm</p>"
                      + "<sitepulse-poll poll=\"still\"></sitepulse-poll><p>Dưới bình chọn</p>")));
      assertThat(visitor.figure("total")).containsText("2.756.8");
      visitor.option("Hữu ích").waitFor();
      visitor.page.waitForTimeout(1500);
      Object sum = visitor.page.evaluate("shifts.reduce((all, one) => all + one.value, 0)");
      assertThat(((Number) sum).doubleValue())
          .as("%s", visitor.page.evaluate("JSON.stringify(shifts)"))
          .isLessThan(0.01);
      visitor.assertNoFaults();
    }
  }
}
