package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that real pages, apps and proxies sent. Source and answer: events.expected.tsv. */
class EventCasesIT {
  private static final EventRoutesTester ROUTES = new EventRoutesTester();
  private static final Map<String, Integer> STATUSES = new LinkedHashMap<>();

  /** The event of each case that was accepted. */
  private static final Map<String, PageView> EVENTS = new LinkedHashMap<>();

  @BeforeAll
  static void sendAll() throws Exception {
    for (String line : lines("events.jsonl")) {
      JsonNode request = Json.MAPPER.readTree(line);
      int before = ROUTES.log.events.size();
      STATUSES.put(request.get("case").asText(), send(request));
      if (ROUTES.log.events.size() > before) {
        EVENTS.put(request.get("case").asText(), ROUTES.log.events.get(before));
      }
    }
  }

  @AfterAll
  static void close() {
    ROUTES.close();
  }

  @Test
  void eachRequestGetsItsStatus() throws Exception {
    List<String> cases = lines("events.expected.tsv");
    assertThat(STATUSES).hasSize(cases.size() - 1);
    for (String line : cases.subList(1, cases.size())) {
      String[] columns = line.split("\t", -1);
      assertThat(columns[2].split("\\|"))
          .as("status of %s", columns[0])
          .contains(String.valueOf(STATUSES.get(columns[0])));
    }
  }

  @Test
  void onePageIsOneRow() {
    assertThat(pages("E01", "E02", "E03", "E06"))
        .containsExactly("/e01", "/tin-tuc/e02", "/", "/e06.html");
    assertThat(pages("E30", "E31", "E32")).containsOnly("/e30/tin-tức");
    assertThat(pages("E35", "E36")).containsOnly("/e35?id=7&view=article");
    assertThat(pages("E40", "E41", "E42")).containsOnly("/e40/trang-chu.jsp");
    assertThat(pages("E70")).containsExactly("/e70");
  }

  @Test
  void sideFieldsNeverCostTheView() {
    assertThat(event("E10").language()).isEqualTo("en-US");
    assertThat(event("E12").language()).isEqualTo("en-US");
    assertThat(event("E20").title()).hasSize(PageView.TITLE_LIMIT);
    assertThat(event("E65").referrer()).isEqualTo("example.vn/");
  }

  @Test
  void aCampaignIsReadAndNamesTheSourceWithoutAReferrer() {
    assertThat(event("E70").campaign())
        .isEqualTo(new Campaign("chuyển đổi số", "zalo", null, null, null));
    assertThat(event("E70").referrer()).isEqualTo("zalo");
  }

  @Test
  void aPortIsNoPartOfAVisitorAndAnIpv6NetworkIsOneVisitor() {
    assertThat(event("E80").visitor())
        .isEqualTo(event("E82").visitor())
        .isNotEqualTo(event("E81").visitor());
    assertThat(event("E87").visitor()).isNotNull().isEqualTo(event("E88").visitor());
  }

  private static List<String> pages(String... cases) {
    return Stream.of(cases).map(name -> event(name).page()).toList();
  }

  private static PageView event(String name) {
    return Objects.requireNonNull(EVENTS.get(name), name);
  }

  private static int send(JsonNode request) throws Exception {
    var builder =
        HttpRequest.newBuilder(ROUTES.at("/api/events"))
            .POST(BodyPublishers.ofString(request.get("body").asText()));
    request
        .get("headers")
        .properties()
        .forEach(header -> builder.header(header.getKey(), header.getValue().asText()));
    return ROUTES.send(builder.build()).statusCode();
  }

  private static List<String> lines(String file) throws IOException {
    try (var in = Objects.requireNonNull(EventCasesIT.class.getResourceAsStream("/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
