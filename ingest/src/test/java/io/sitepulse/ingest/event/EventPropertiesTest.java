package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;

import io.sitepulse.runtime.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Bodies and headers made of parts that somebody may send. Each event is refused with a fault, or
 * accepted. What is accepted can be read by the counting, with the same contents.
 */
class EventPropertiesTest {
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

  @Property(tries = 20_000, seed = "20261129")
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void everyEventIsRefusedOrCanBeCounted(
      @ForAll("bodies") byte[] body, @ForAll("clients") ClientInfo client) {
    try {
      for (IncomingEvent event : IncomingEventsReader.read(body)) {
        Statistics.collect(EventChecks.check(event, client) ? "accepted" : "refused");
      }
    } catch (ProblemException e) {
      Statistics.collect("unreadable");
    }
    // So that not all fell at the first fence.
    Statistics.coverage(
        coverage -> {
          for (String outcome : List.of("accepted", "refused", "unreadable")) {
            coverage.check(outcome).count(number -> number > 300);
          }
        });
  }

  @Provide
  Arbitrary<ClientInfo> clients() {
    Arbitrary<String> headers = Arbitraries.of(HEADERS);
    Arbitrary<String> optional = headers.injectNull(0.3);
    return Combinators.combine(headers, optional, optional, optional, Arbitraries.of(true, false))
        .as(
            (agent, origin, languages, query, anonymous) ->
                new ClientInfo(
                    "203.0.113.7",
                    agent,
                    origin,
                    ClientInfo.language(languages),
                    ClientInfo.script(query, origin),
                    anonymous,
                    NOON));
  }

  /** One event or several in an array, a third of them with some bytes changed. */
  @Provide
  Arbitrary<byte[]> bodies() {
    Arbitrary<String> whole =
        events()
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(list -> list.size() == 1 ? list.get(0) : "[" + String.join(",", list) + "]");
    return Combinators.combine(whole, damages().list().ofMaxSize(1))
        .as(EventPropertiesTest::damaged);
  }

  private static Arbitrary<String> events() {
    Arbitrary<String> values = Arbitraries.of(VALUES);
    Arbitrary<String> page =
        values.map(value -> "\"site\":\"demo\",\"page\":" + value + ",").injectNull(0.3);
    Arbitrary<String> field =
        Combinators.combine(Arbitraries.of(FIELDS), values)
            .as((name, value) -> "\"" + name + "\":" + value + ",");
    return Combinators.combine(page, field.list().ofMaxSize(3))
        .as(
            (first, more) ->
                "{" + (first == null ? "" : first) + String.join("", more) + "\"x\":0}");
  }

  private static Arbitrary<Damage> damages() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9_999), Arbitraries.bytes(), Arbitraries.of(0, 1, 2))
        .as(Damage::new);
  }

  private static byte[] damaged(String text, List<Damage> damages) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Damage damage : damages) {
      if (damage.often == 0) {
        bytes[damage.at % bytes.length] = damage.value;
      }
    }
    return bytes;
  }

  /** A byte that takes the place of another one, if {@code often} is 0. */
  private record Damage(int at, byte value, int often) {}
}
