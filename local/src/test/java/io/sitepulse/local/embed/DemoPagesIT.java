package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.sitepulse.local.demo.DemoPortal;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The demo portal, which uses all of it, on a desktop and then at the width of a phone. A page is
 * opened once: a reader makes a window narrow, too.
 */
@ExtendWith(StageExtension.class)
class DemoPagesIT {
  private static final String DRAWN =
      "[...document.querySelectorAll('sitepulse-poll')].every(one => one.shadowRoot"
          + " && !one.shadowRoot.querySelector('.loading'))";

  private static final String STILL =
      "document.getAnimations().every(one => one.playState === 'finished'"
          + " || one.effect.getComputedTiming().endTime === Infinity)";

  @Test
  void noneBreaksARuleOfAccessibilityOrScrollsSideways(Stage stage) {
    try (var visitor = stage.visitor()) {
      for (String path : DemoPortal.paths()) {
        visitor.page.setViewportSize(1280, 800);
        visitor.open(stage.host() + path);
        await().until(() -> (Boolean) visitor.page.evaluate(DRAWN));
        look(visitor, "desktop", path);
        visitor.page.setViewportSize(390, 844);
        look(visitor, "phone", path);
      }
      assertThat(visitor.hosts()).containsExactly(URI.create(stage.host()).getAuthority());
      // A site and a poll that are unknown are shown on purpose.
      assertThat(visitor.faults()).allMatch(fault -> fault.contains("404"));
    }
  }

  private static void look(Visitor visitor, String name, String path) {
    Page page = visitor.page;
    await().until(() -> (Boolean) page.evaluate(STILL));
    visitor.picture("demo-" + name + path.replace('/', '-'));
    Axe.findsNothing(page);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("%s, %s", path, name)
        .isLessThanOrEqualTo(0);
  }
}
