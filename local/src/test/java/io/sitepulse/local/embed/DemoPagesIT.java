package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.demo.DemoPortal;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo portal, which uses all of it, at the width of a phone and of a desktop. */
@ExtendWith(StageExtension.class)
class DemoPagesIT {
  private static final String DRAWN =
      "[...document.querySelectorAll('sitepulse-poll')].every(one => one.shadowRoot"
          + " && !one.shadowRoot.querySelector('.loading'))";

  @ParameterizedTest
  @CsvSource({"phone, 390, 844", "desktop, 1280, 800"})
  void noneBreaksARuleOfAccessibilityOrScrollsSideways(
      String name, int width, int height, Stage stage) {
    try (var visitor = stage.visitor(Visitor.usual().setViewportSize(width, height))) {
      for (String path : DemoPortal.paths()) {
        visitor.open(stage.host() + path);
        await().until(() -> (Boolean) visitor.page.evaluate(DRAWN));
        visitor.page.waitForTimeout(300);
        visitor.picture("demo-" + name + path.replace('/', '-'));
        Axe.findsNothing(visitor.page);
        assertThat((Integer) visitor.page.evaluate("document.documentElement.scrollWidth"))
            .as(path)
            .isLessThanOrEqualTo(width);
      }
      assertThat(visitor.hosts()).containsExactly(URI.create(stage.host()).getAuthority());
      // A site and a poll that are unknown are shown on purpose.
      assertThat(visitor.faults()).allMatch(fault -> fault.contains("404"));
    }
  }
}
