package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.source.SourceNames;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sources and campaigns of stored events, as SQL derives them. */
@ExtendWith(TablesExtension.class)
class SourcesIT {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private final Tables tables;
  private final RawTables raw;

  /** A view of a page. */
  private record View(String referrer, long visitor, String page, String campaign) {
    /** A view of no visitor, whose page is named like its referrer. */
    static View from(String referrer) {
      return new View(referrer, 0, referrer, "");
    }
  }

  SourcesIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
  }

  @Test
  void sqlNamesEachHostAsJavaDoes() {
    var expected = new LinkedHashMap<String, String>();
    for (String key : SourceNames.keys()) {
      for (String end : new String[] {"vn", "com.vn", "co.uk", "gov.vn", "android.app"}) {
        String host = key.replace("*", end);
        for (String of : new String[] {"", "www.", "m.", "a.b.", "x"}) {
          expected.put(of + host, SourceNames.of(of + host));
          expected.put(of + host + ".vn", SourceNames.of(of + host + ".vn"));
        }
      }
    }
    expected.replaceAll((host, name) -> name.startsWith("www.") ? name.substring(4) : name);
    assertThat(expected).hasSizeGreaterThan(1000).containsValues("Google", "Zalo", "Gemini");

    store("names", expected.keySet().stream().map(View::from).toList());

    assertThat(sources(Site.of("names", Site.DEFAULT_ZONE))).isEqualTo(new TreeMap<>(expected));
  }

  @Test
  void spellingsStoredBeforeAndOwnNamesAreOneSource() {
    var site =
        Site.builder()
            .id("spelt")
            .origins(List.of("https://www.cổng.vn", "http://a.gov.vn:8080"))
            .build();
    var expected = new TreeMap<String, String>();
    expected.put("", "");
    expected.put("https/", "");
    expected.put("http", "");
    expected.put("WWW.Google.COM.", "Google");
    expected.put("bao.vn./a", "bao.vn");
    expected.put("xn--b.vn/a", "xn--b.vn");
    expected.put("xn--cng-qmz.vn/a", "");
    expected.put("www.cổng.vn", "");
    expected.put("a.gov.vn/x", "");
    expected.put("b.a.gov.vn/x", "b.a.gov.vn");
    expected.put("spelt", "");
    expected.put("zalo", "Zalo");
    expected.put("qr", "QR");
    expected.put("chatgpt.com", "ChatGPT");
    expected.put("[2001:db8::1]/a", "[2001:db8::1]");
    store("spelt", expected.keySet().stream().map(View::from).toList());

    assertThat(sources(site)).isEqualTo(expected);
  }

  @Test
  void aVisitHasTheTagsOfItsFirstTaggedView() {
    store(
        "visits",
        List.of(
            new View("zalo", 7, "/a", ""),
            new View("", 7, "/b", "Tết"),
            new View("", 7, "/c", "Hè"),
            new View("", 8, "/d", ""),
            new View("", 0, "/e", "Thu")));

    assertThat(
            byPage(
                Site.of("visits", Site.DEFAULT_ZONE), "concat(visit_campaign, '|', visit_source)"))
        .isEqualTo(
            Map.of("/a", "Tết|Zalo", "/b", "Tết|Zalo", "/c", "Tết|Zalo", "/d", "|", "/e", "Thu|"));
  }

  private Map<String, String> sources(Site site) {
    return byPage(site, "source");
  }

  private Map<String, String> byPage(Site site, String column) {
    String sql = SqlFile.read(VisitQueryParameters.class, "visits.sql");
    var texts = new TreeMap<String, String>();
    tables
        .jdbi()
        .useHandle(
            handle ->
                VisitQueryParameters.bind(
                        handle.createQuery(
                            "SELECT page, " + column + " AS text FROM (" + sql + ") AS events"),
                        site,
                        DAY,
                        DAY)
                    .map((row, c) -> texts.put(row.getString("page"), row.getString("text")))
                    .list());
    return texts;
  }

  /** Stores views as the sink does, a second apart. */
  private void store(String site, List<View> views) {
    var events = new ArrayList<Delivered>();
    var rows = new ArrayList<List<Object>>();
    for (View view : views) {
      int number = events.size();
      var id = new UUID(site.hashCode(), number);
      Instant at = NOON.plusSeconds(number % 600);
      events.add(new Delivered(id, DAY, at, at, at, false, view.visitor(), false, 0, 0, number));
      rows.add(
          List.of(
              site,
              DAY,
              id,
              view.visitor(),
              at.toEpochMilli(),
              at.toEpochMilli(),
              view.page(),
              view.referrer(),
              view.campaign()));
    }
    raw.receipts(site, events);
    tables.insert(
        "INSERT INTO sitepulse.page_views (site, day, id, visitor, at, received, page, referrer,"
            + " campaign, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'view')",
        rows);
  }
}
