package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.runtime.http.ProblemException;
import java.nio.charset.StandardCharsets;

/** Any bytes as the body and the headers of a request with events. */
class EventsFuzzTest {
  private static final ClientInfo PAGE =
      new ClientInfo("203.0.113.7", "", "https://demo.gov.vn", "vi", "1", false, NOON);

  @FuzzTest(maxDuration = "5m")
  void body(byte[] body) {
    try {
      IncomingEventsReader.read(body).forEach(event -> EventChecks.check(event, PAGE));
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
    }
  }

  /**
   * The fields of an event as texts, as the pixel takes them from its query.
   *
   * @param input page, title, referrer, language, origin and query, separated by line feeds
   */
  @FuzzTest(maxDuration = "5m")
  void texts(byte[] input) {
    String[] texts = new String(input, StandardCharsets.UTF_8).split("\n", 6);
    IncomingEvent event =
        IncomingEvent.builder()
            .site("demo")
            .page(at(texts, 0))
            .title(at(texts, 1))
            .referrer(at(texts, 2))
            .language(at(texts, 3))
            .build();
    var client =
        new ClientInfo(
            "203.0.113.7",
            "",
            at(texts, 4),
            ClientInfo.language(at(texts, 3)),
            ClientInfo.script(at(texts, 5), at(texts, 4)),
            false,
            NOON);
    EventChecks.check(event, client);
  }

  private static String at(String[] texts, int index) {
    return index < texts.length ? texts[index] : "";
  }
}
