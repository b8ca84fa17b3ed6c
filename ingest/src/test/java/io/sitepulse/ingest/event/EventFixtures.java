package io.sitepulse.ingest.event;

import io.sitepulse.contract.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sites and clients for tests. */
final class EventFixtures {
  static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z"); // 12:00 in Hà Nội

  static final Site DEMO =
      Site.builder()
          .id("demo")
          .name("Demo")
          .origins(List.of("https://demo.gov.vn"))
          .zone(ZoneId.of("Asia/Ho_Chi_Minh"))
          .pageParameters(List.of("id"))
          .build();

  static final Site OPEN = Site.of("open", ZoneId.of("America/New_York"));

  private EventFixtures() {}

  /** A validator that knows the two sites, and those of {@link EventCasesIT}. */
  static EventValidator validator(CollectorMetrics metrics) {
    return new EventValidator(EventFixtures::registered, metrics);
  }

  static @Nullable Site registered(String id) {
    return switch (id) {
      case "demo" -> DEMO;
      case "open" -> OPEN;
      case "one-slash" -> Site.builder().id(id).ignoreEndSlash(true).build();
      case "held-plain" -> Site.of(id, Site.DEFAULT_ZONE);
      case "held-param" -> Site.builder().id(id).pageParameters(List.of("id", "view")).build();
      case "held-org" ->
          Site.builder().id(id).origins(List.of("https://sonoivu.example.gov.vn")).build();
      default -> null;
    };
  }

  static ClientInfo sender(@Nullable String origin) {
    return new ClientInfo("203.0.113.7", "Firefox", origin, "vi", null, false, NOON);
  }

  static IncomingEvent sent(String json) {
    return IncomingEventsReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
        .get(0);
  }
}
