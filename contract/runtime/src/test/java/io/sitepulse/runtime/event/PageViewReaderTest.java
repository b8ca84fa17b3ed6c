package io.sitepulse.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageViewReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final ObjectReader MAPPER = Json.recordReader(PageView.class);

  private static final PageView FULL =
      PageView.builder()
          .id(new UUID(1, 2))
          .kind(EventKind.HEARTBEAT)
          .site("demo")
          .day(LocalDate.of(2028, 2, 29))
          .visitor("fedcba9876543210")
          .at(NOON)
          .received(NOON.plusMillis(5))
          .page("/tin-tức?a=\"1\"")
          .title("Tin \\ tức \uD83D\uDE00")
          .referrer("www.example.org/tim-kiem")
          .language("vi")
          .agent(new Agent("Desktop", "Firefox", "Linux", "Googlebot"))
          .view(new UUID(-3, -4))
          .engagedMs(PageView.ENGAGED_LIMIT_MS)
          .country("VN")
          .campaign(new Campaign("tuần lễ", "zalo", null, null, "a"))
          .build();

  private static final PageView BARE =
      PageView.builder()
          .id(new UUID(1, 2))
          .site("demo")
          .day(LocalDate.of(2026, 11, 21))
          .at(NOON)
          .received(NOON)
          .page("/")
          .build();

  @Test
  void whatTheCollectorWritesIsReadWithoutTheMapper() throws Exception {
    assertThat(read(json(FULL))).isEqualTo(FULL);
    assertThat(read(json(BARE))).isEqualTo(BARE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"v\":1|\"v\":\"1\"",
        "\"v\":1|\"v\":4294967297",
        "\"v\":1|\"v\":1.0",
        "\"v\":1|\"v\":1,\"fromNewerRelease\":[1,{\"a\":2}]",
        "\"kind\":\"view\"|\"kind\":\"scroll\"",
        "00000000-0000-0001-0000-000000000002|1-2-3-4-5",
        "00000000-0000-0001-0000-000000000002|000000000000-0001-0000-0000-00000002",
        "2026-11-21|2026-02-30",
        "2026-11-21|2026-11-21T00:00:00Z",
        "\"2026-11-21\"|[2026,11,21]",
        "\"at\":1795237200000|\"at\":\"2026-11-21T05:00:00Z\"",
        "\"at\":1795237200000|\"at\":1795237200000.5",
        "\"at\":1795237200000|\"at\":null",
        "\"at\":1795237200000|\"at\":99999999999999999999",
        "\"site\":\"demo\"|\"site\":\"de mo\"",
        "\"site\":\"demo\"|\"site\":7",
        "\"page\":\"/\"|\"page\":\"/\",\"page\":\"/2\"",
        "\"page\":\"/\"|\"page\":true",
        "\"engagedMs\":0|\"engagedMs\":0,\"engagedMs\":1",
        "\"system\":\"Unknown\"|\"system\":\"Unknown\",\"system\":\"Linux\"",
        "\"engagedMs\":0|\"engagedMs\":-1",
        "\"engagedMs\":0}|\"engagedMs\":0} {}",
        "\"engagedMs\":0}|\"engagedMs\":0",
        "\"device\":\"Unknown\"|\"device\":\"Unknown\",\"model\":\"x\"",
        "\"device\":\"Unknown\",|",
      })
  void whatItDoesNotExpectIsLeftToTheMapper(String usual, @Nullable String other) throws Exception {
    String json = json(BARE);
    assertThat(json).contains(usual);
    String changed = json.replace(usual, other == null ? "" : other);

    PageView event = read(changed);
    if (event != null) {
      assertThat(event).isEqualTo(MAPPER.readValue(changed));
    }
    byte[] record = changed.getBytes(StandardCharsets.UTF_8);
    var entry = EventPack.read(record).get(0);
    try {
      PageView known = MAPPER.readValue(changed);
      assertThat(entry.event()).isEqualTo(known);
    } catch (JsonProcessingException e) {
      assertThatThrownBy(entry::event)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not an event");
    }
  }

  /** A changed byte anywhere: either both refuse it or both read the same. */
  @Test
  void itNeverReadsAnotherEventThanTheMapper() throws Exception {
    var random = new SplittableRandom(7);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = json(i % 2 == 0 ? FULL : BARE).getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
      PageView event = PageViewReader.read(bytes, 0, bytes.length);
      if (event != null) {
        read++;
        assertThat(event).isEqualTo(MAPPER.readValue(bytes));
      }
    }
    assertThat(read).isGreaterThan(1000);
  }

  private static @Nullable PageView read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return PageViewReader.read(bytes, 0, bytes.length);
  }

  private static String json(PageView event) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(event);
  }
}
