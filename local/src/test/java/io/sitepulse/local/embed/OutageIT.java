package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sitepulse.local.embed.PublicSide.Sums;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Visitors' view and the counts while a component is away. */
@ExtendWith(StageExtension.class)
class OutageIT {
  private static final Pattern AS_OF = Pattern.compile("số liệu lúc \\d\\d:\\d\\d");
  private static final Duration LONG = Duration.ofMinutes(3);

  @Test
  void aServerThatIsAwayLeavesTheLastNumbersAndTheirTimeAndComesBackByItself(Stage stage)
      throws Exception {
    try (var gate = stage.gate();
        var visitor = stage.visitor()) {
      visitor.open(
          stage.portal.page(
              "/away",
              HostPortal.html(
                  "vi",
                  Stage.line(gate.host(), "away", ""),
                  "<sitepulse-counter></sitepulse-counter>"
                      + "<sitepulse-poll poll=\"away\"></sitepulse-poll>")));
      Locator notes = visitor.page.locator("[part=stale]");
      assertThat(visitor.figure("today")).hasText("1");
      assertThat(visitor.option("Hữu ích")).isVisible();
      assertThat(notes.first()).isHidden();

      gate.shut();
      assertThat(notes.first()).isVisible(seen(LONG));
      assertThat(notes.first()).hasText(AS_OF);
      assertThat(notes.nth(1)).isVisible(seen(LONG));
      assertThat(notes.nth(1)).hasText(AS_OF);
      assertThat(visitor.figure("today")).hasText("1");
      visitor.picture("outage-stale");
      visitor.option("Hữu ích").check();
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Chưa gửi được.")).isVisible(seen(LONG));
      visitor.picture("outage-vote-not-sent");
      visitor.page.evaluate("sitepulse.view('/trong-luc-mat')");

      gate.reopen();
      assertThat(notes.first()).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60000));
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible(seen(LONG));
      await().untilAsserted(() -> assertThat(stage.api.participants("away")).isEqualTo(1));
      await().until(() -> stage.api.today("away").equals(new Sums(2, 1, 1)));
    }
  }

  @Test
  void withoutKafkaViewsWaitVotesAreAskedForAgainAndBothCountOnce(Stage stage) {
    try (var visitor = stage.visitor()) {
      var answers = new Answers(visitor);
      visitor.open(
          stage.portal.page(
              "/broker",
              HostPortal.html(
                  "vi",
                  stage.line("broker"),
                  "<sitepulse-counter metric=\"views\"></sitepulse-counter>"
                      + "<sitepulse-poll poll=\"broker\"></sitepulse-poll>")));
      assertThat(visitor.figure("today")).hasText("1");
      visitor.option("Dễ sử dụng").check();

      stage.stopKafka();
      try {
        visitor.page.evaluate("sitepulse.view('/trong-luc-mat')");
        visitor.button("Bình chọn").click();
        assertThat(visitor.page.getByText("Máy chủ đang bận.")).isVisible(seen(LONG));
        visitor.page.waitForCondition(() -> answers.of("/api/events").contains(503));
        assertThat(answers.of("/votes")).containsOnly(503);
        assertThat(visitor.waiting()).isEqualTo(1);
        assertThat(visitor.figure("today")).hasText("1");
        visitor.picture("kafka-away");
      } finally {
        stage.restoreKafka();
      }

      assertThat(visitor.figure("today")).hasText("2", text(LONG));
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible(seen(LONG));
      assertThat(visitor.page.getByText("1 người đã tham gia bình chọn")).isVisible(seen(LONG));
      await().until(() -> visitor.waiting() == 0);
      visitor.page.evaluate("sitepulse.view('/sau-do')");
      assertThat(visitor.figure("today")).hasText("3");
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> stage.api.today("broker").equals(new Sums(3, 1, 1)));
      assertThat(stage.api.ballots("broker", "easy")).isEqualTo(1);
      assertThat(stage.api.participants("broker")).isEqualTo(1);
    }
  }

  private static LocatorAssertions.HasTextOptions text(Duration within) {
    return new LocatorAssertions.HasTextOptions().setTimeout((double) within.toMillis());
  }

  private static LocatorAssertions.IsVisibleOptions seen(Duration within) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout((double) within.toMillis());
  }
}
