package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;
import static io.sitepulse.ingest.event.EventFixtures.validator;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.http.Problem.Fault;
import io.sitepulse.runtime.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Bodies and headers made of random parts. Each event is refused with a fault, or accepted. What is
 * accepted can be read by the counting, with the same contents.
 */
class RandomEventsTest {
  private static final long SEED = 20_261_129;
  private static final int BODIES = 60_000;

  private static final List<String> FIELDS =
      List.of(
          "id",
          "kind",
          "site",
          "site",
          "page",
          "page",
          "title",
          "referrer",
          "language",
          "view",
          "engagedMs",
          "ageMs",
          "anonymous",
          "v",
          "campaign",
          "\u0000");

  private static final List<String> VALUES =
      List.of(
          "\"demo\"",
          "\"open\"",
          "\"one-slash\"",
          "\"held-param\"",
          "\"heartbeat\"",
          "\"view\"",
          "\"123e4567-e89b-12d3-a456-426614174000\"",
          "\"1-1-1-1-1\"",
          "\"/\"",
          "\"/tin?id=%zz&id=%c0%af&view=1\"",
          "\"https://demo.gov.vn/a/../b/./c;jsessionid=1//?utm_source=%00&utm_medium=qr#x\"",
          "\"https://[::1/\"",
          "\"http://xn--80ak6aa92e.com:99999/%2e%2e/\"",
          "\"/\\ud800\\udc00\\ud800\"",
          "\"\\u0000\\u202e\\ufeff\\uffff\"",
          "\"/%E1%BB%80/%F0%9F%98%80/%ED%A0%80\"",
          "\"//host/x\"",
          "\"/?\"",
          "\"/?&&==&id\"",
          "\"javascript:alert(1)\"",
          "\"vi_VN\"",
          "\"en-US@posix\"",
          "\"x-klingon-!\"",
          "\"" + "á".repeat(2_000) + "\"",
          "\"/" + "%41".repeat(2_000) + "\"",
          "\"/" + "a\u0301".repeat(1_500) + "\"",
          "0",
          "-1",
          "86400000",
          "86400001",
          "1e400",
          "0.5",
          "9223372036854775808",
          "-9223372036854775808",
          "true",
          "false",
          "null",
          "{}",
          "[[],{\"a\":[1]}]",
          "{\"a\":1,\"a\":2}");

  private static final List<String> HEADERS =
      List.of(
          "",
          "vi",
          "vi-VN,vi;q=0.9",
          "*",
          "https://demo.gov.vn",
          "https://\u0000",
          "null",
          "a\tb",
          "é".repeat(300),
          "http://[::1",
          "-".repeat(40),
          "zh-hans-cn",
          "\ud800");

  private final Random random = new Random(SEED);

  @Test
  void everyEventIsRefusedOrCanBeCounted() {
    int accepted = 0;
    int refused = 0;
    int unreadable = 0;
    for (int i = 0; i < BODIES; i++) {
      byte[] body = body();
      var client = client();
      try {
        for (IncomingEvent event : IncomingEventsReader.read(body)) {
          if (isAccepted(event, client)) {
            accepted++;
          } else {
            refused++;
          }
        }
      } catch (ProblemException e) {
        unreadable++;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "body %d of seed %d: %s".formatted(i, SEED, new String(body, StandardCharsets.UTF_8)),
            e);
      }
    }
    // So that not all fell at the first fence.
    assertThat(List.of(accepted, refused, unreadable)).allMatch(number -> number > 1_000);
  }

  /** Tells if an event is accepted. Then what is written to Kafka must be readable. */
  private static boolean isAccepted(IncomingEvent event, ClientInfo client) {
    var faults = new ArrayList<>(event.faults());
    UnenrichedEvent valid = validator(new Tally()).validate(event, client, faults);
    assertThat(valid == null).isEqualTo(!faults.isEmpty());
    if (valid == null) {
      assertThat(faults).extracting(Fault::detail).allMatch(detail -> !detail.isBlank());
      return false;
    }
    PageView written = valid.enrich("0123456789abcdef", Agent.UNKNOWN, "VN");
    List<EventPack.Entry> read = EventPack.read(EventPack.of(List.of(EventPack.entry(written))));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).event()).isEqualTo(written);
    assertThat(read.get(0).head().site()).isEqualTo(written.site());
    assertThat(read.get(0).head().day()).isEqualTo(written.day());
    return true;
  }

  private ClientInfo client() {
    return new ClientInfo(
        "203.0.113.7",
        any(HEADERS),
        header(),
        ClientInfo.language(header()),
        ClientInfo.script(header(), header()),
        random.nextBoolean(),
        NOON);
  }

  private @Nullable String header() {
    return random.nextInt(3) == 0 ? null : any(HEADERS);
  }

  private byte[] body() {
    var events = new ArrayList<String>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      events.add(event());
    }
    String text = events.size() == 1 ? events.get(0) : "[" + String.join(",", events) + "]";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(6) - 4; i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private String event() {
    var event = new StringBuilder("{");
    if (random.nextInt(3) > 0) {
      event.append("\"site\":\"demo\",\"page\":").append(any(VALUES)).append(',');
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      event.append('"').append(any(FIELDS)).append("\":").append(any(VALUES)).append(',');
    }
    return event.append("\"x\":0}").toString();
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
