package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with letters beyond ASCII: shown decoded in every file, and filtered as shown. */
@ExtendWith(TablesExtension.class)
class DecodedPagesIT {
  private static final String SITE = "decoded";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
  private static final String QUERY = "scope=site:" + SITE + "&period=2026-03";
  private static final String SHOWN = "/tin-tức/đô-thị";

  private static final String ROWS =
      "SELECT count() FROM sitepulse.dimension_days FINAL WHERE site = '"
          + SITE
          + "' AND dimension = 'page' AND views > 0";

  /** As collectors stored them, and number of views. */
  private static final Map<String, Integer> STORED =
      Map.of(
          SHOWN,
          3,
          "/tin-t%E1%BB%A9c/%C4%91%C3%B4-th%E1%BB%8B",
          2,
          "/tin-t%e1%bb%a9c/%c4%91%c3%b4-th%e1%bb%8b",
          1,
          "/khác",
          4);

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static DashboardTester dashboard;

  @BeforeAll
  static void start(Tables tables) throws Exception {
    var site = Site.of(SITE, Site.DEFAULT_ZONE);
    var raw = new RawTables(tables);
    raw.definition(site);
    views(tables, raw);
    var rollups = new RollupTester(tables);
    try (var worker = rollups.another()) {
      worker.start();
      await().until(() -> tables.number(ROWS) == 2);
      rollups.finish();
    }
    dashboard = DashboardTester.over(tables.jdbi());
    dashboard.clock.set(Instant.parse("2026-03-20T05:00:00Z"));
    dashboard.sites.put(SITE, site);
    Manager.program(dashboard, "reader", new Grant(Scope.site(SITE), Role.VIEWER));
  }

  @AfterAll
  static void stop() {
    dashboard.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHOWN,
        "/tin-t%E1%BB%A9c/%C4%91%C3%B4-th%E1%BB%8B",
        "/tin-t%e1%bb%a9c/đô-thị",
        "//tin-tức/đô-thị;jsessionid=7",
      })
  void aPageFilterMatchesAsShownAndAsSent(String page) throws Exception {
    assertThat(views("page", page)).isEqualTo(6);
    assertThat(views("page", Normalizer.normalize(page, Normalizer.Form.NFD))).isEqualTo(6);
    assertThat(views("entry", page)).isEqualTo(6);
  }

  private static long views(String filter, String page) throws Exception {
    byte[] summary =
        get(
            "/reports/summary?"
                + QUERY
                + "&"
                + filter
                + "="
                + URLEncoder.encode(page, StandardCharsets.UTF_8));
    JsonNode now = Json.MAPPER.readTree(summary).path("now");
    return now.path("views").asLong();
  }

  @Test
  void csvShowsThePageDecoded() throws Exception {
    byte[] csv = get("/reports/breakdown?format=csv&dimension=page&" + QUERY);
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .contains(SHOWN + ";", "/khác;")
        .doesNotContainIgnoringCase("%e1");
  }

  @Test
  void aWorkbookShowsThePageDecoded() throws Exception {
    byte[] xlsx = get("/reports/breakdown?format=xlsx&dimension=page&" + QUERY);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      var texts = new ArrayList<String>();
      for (var sheet : workbook.getSheets().toList()) {
        sheet
            .read()
            .forEach(row -> row.forEach(cell -> texts.add(cell == null ? "" : cell.getText())));
      }
      assertThat(texts).contains(SHOWN, "/khác").noneMatch(text -> text.contains("%"));
    }
  }

  @Test
  void aPdfShowsThePageDecoded() throws Exception {
    byte[] pdf = get("/review?format=pdf&" + QUERY);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(SHOWN, "/khác")
          .doesNotContainIgnoringCase("%e1");
    }
  }

  private static byte[] get(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(dashboard.origin() + "/api/manage" + path))
            .header("Authorization", "Bearer sp_reader_t_secret")
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(path + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return answer.body();
  }

  /** Stores views and what the counters say of them, as the sink does. */
  private static void views(Tables tables, RawTables raw) {
    Instant at = Instant.parse(DAY + "T03:00:00Z");
    List<String> pages =
        STORED.entrySet().stream()
            .flatMap(page -> Stream.generate(page::getKey).limit(page.getValue()))
            .toList();
    var delivered = new ArrayList<Delivered>();
    var events = new ArrayList<List<Object>>();
    for (int number = 0; number < pages.size(); number++) {
      var id = UUID.randomUUID();
      long visitor = 1L + number;
      long millis = at.toEpochMilli();
      delivered.add(new Delivered(id, DAY, at, at, at, false, visitor, false, 0, 0, number));
      events.add(List.of(SITE, DAY, id, "view", visitor, millis, millis, pages.get(number)));
    }
    tables.insert(
        "INSERT INTO sitepulse.page_views (site, day, id, kind, visitor, at, received, page)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        events);
    raw.receipts(SITE, delivered);
    raw.claims(SITE, NaiveRecount.days(NaiveRecount.classify(delivered)), 1);
    raw.touched(SITE, delivered);
  }
}
