package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that earlier versions stored in several spellings, in the real ClickHouse. */
@ExtendWith(TablesExtension.class)
class PageSpellingsIT {

  /** A day that is over, in the middle of a month. */
  private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

  private static final List<String> SPELLINGS =
      List.of(
          "/tin-tức",
          "/tin-t%E1%BB%A9c",
          "/tin-t%e1%bb%a9c",
          "//tin-tức",
          "/tin-tức;jsessionid=7",
          "/x/../tin-t%E1%BB%A9c");

  private final Tables tables;
  private final RawTables raw;
  private final RollupTester worker;

  PageSpellingsIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
    this.worker = new RollupTester(tables);
  }

  @Test
  void rowsOfAllSpellingsBecomeOneWithTheSumOfTheirFigures() {
    String site = "spelled";
    raw.definition(Site.of(site, Site.DEFAULT_ZONE));
    views(site, SPELLINGS, 3);
    views(site, List.of("/khac", "/khac/"), 2);
    rolledUpByTheVersionBefore(site);
    long before = tables.number("SELECT sum(views) FROM " + days(site));

    try (var goesOn = worker.another(new SimpleMeterRegistry())) {
      goesOn.start();
      Map<String, String> merged =
          Map.of("/tin-tức", "18 18 18", "/khac", "2 2 2", "/khac/", "2 2 2");
      await().untilAsserted(() -> assertThat(pages(site, "page")).isEqualTo(merged));
      await().untilAsserted(() -> assertThat(resolved(site)).isEqualTo(merged));
      await()
          .untilAsserted(
              () -> assertThat(pages(site, "entry").keySet()).isEqualTo(merged.keySet()));
      worker.finish();
    }
    assertThat(tables.number("SELECT sum(views) FROM " + days(site))).isEqualTo(before);
    assertThat(
            tables.number(
                "SELECT count() FROM sitepulse.page_spellings FINAL WHERE site = 'spelled'"))
        .isEqualTo(SPELLINGS.size() - 1);
  }

  @Test
  void aMonthIsSearchedOnce() {
    String site = "once";
    raw.definition(Site.of(site, Site.DEFAULT_ZONE));
    views(site, SPELLINGS, 1);
    try (var goesOn = worker.another(new SimpleMeterRegistry())) {
      goesOn.start();
      await().until(() -> checks(site) == 1);
      long checked = checkedAt(site);

      views(site, List.of("/moi"), 1);

      await().until(() -> pages(site, "page").containsKey("/moi"));
      worker.finish();
      assertThat(checkedAt(site)).isEqualTo(checked);
    }
  }

  private long checkedAt(String site) {
    return tables.number(
        "SELECT toUnixTimestamp64Micro(max(checked)) FROM sitepulse.checked_pages WHERE site = '"
            + site
            + "'");
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    for (int survives = 0; survives < 24; survives += 3) {
      String site = "dies-" + survives;
      raw.definition(Site.of(site, Site.DEFAULT_ZONE));
      views(site, SPELLINGS, 1);
      rolledUpByTheVersionBefore(site);
      worker.dieAfter(survives);
      try (var another = worker.another(new SimpleMeterRegistry())) {
        another.start();
        await()
            .untilAsserted(
                () -> assertThat(pages(site, "page")).isEqualTo(Map.of("/tin-tức", "6 6 6")));
        await().until(() -> checks(site) == 1);
        worker.finish();
      }
    }
  }

  private long checks(String site) {
    return tables.number(
        "SELECT count() FROM sitepulse.checked_pages FINAL WHERE site = '" + site + "'");
  }

  /** Leaves the rollups of a day as they were before there was a normal form. */
  private void rolledUpByTheVersionBefore(String site) {
    String table = "sitepulse.page_views WHERE site = '" + site + "'";
    for (String dimension : List.of("page", "entry")) {
      tables.execute(
          "INSERT INTO sitepulse.dimension_days SELECT site, day, '"
              + dimension
              + "', page, '',"
              + " count(), count(), count(), 0, now64(6) FROM "
              + table
              + " GROUP BY site, day, page");
    }
    String day = " SELECT '" + site + "', toDate('" + DAY + "'), now64(6)";
    tables.execute("INSERT INTO sitepulse.rolled_days (site, day, rolled)" + day);
    tables.execute("INSERT INTO sitepulse.resolved_days (site, day, resolved)" + day);
  }

  /** Inserts views of each page, each by a visitor of its own. */
  private void views(String site, List<String> pages, int each) {
    var events = new ArrayList<List<Object>>();
    var receipts = new ArrayList<List<Object>>();
    long at = Instant.parse(DAY + "T03:00:00Z").toEpochMilli();
    long offset = pages.get(0).hashCode() & 0xFFFF;
    for (String page : pages) {
      for (int i = 0; i < each; i++) {
        UUID id = UUID.randomUUID();
        offset++;
        events.add(
            List.of(
                site,
                DAY,
                id,
                "view",
                offset,
                at,
                at,
                "",
                0,
                0,
                offset,
                Long.MAX_VALUE - offset,
                page));
        receipts.add(List.of(site, DAY, id, at, at, at, 0, offset));
      }
    }
    tables.insert(
        "INSERT INTO sitepulse.page_views (site, day, id, kind, visitor, at, received, bot,"
            + " engaged_ms, kafka_partition, kafka_offset, precedence, page)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        events);
    tables.insert(
        "INSERT INTO sitepulse.page_view_receipts (site, day, id, at, received, kafka_time,"
            + " kafka_partition, kafka_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        receipts);
    tables.insert(
        "INSERT INTO sitepulse.touched_days (site, day) VALUES (?, ?)",
        List.of(List.of(site, DAY)));
  }

  private Map<String, String> pages(String site, String dimension) {
    return tables.texts(
        "SELECT value AS name, concat(toString(views), ' ', toString(visits), ' ',"
            + " toString(visitors)) AS text FROM "
            + days(site).replace("'page'", "'" + dimension + "'"));
  }

  private static String days(String site) {
    return "sitepulse.dimension_days FINAL WHERE site = '"
        + site
        + "' AND dimension = 'page' AND views > 0";
  }

  /** What filtered reports read. */
  private Map<String, String> resolved(String site) {
    return tables.texts(
        "SELECT page AS name, concat(toString(count()), ' ', toString(uniqExact(visitor, visit)), '"
            + " ', toString(uniqExact(visitor))) AS text FROM sitepulse.resolved_events FINAL WHERE"
            + " site = '"
            + site
            + "' AND (day, version) IN (SELECT day, max(resolved)"
            + " FROM sitepulse.resolved_days WHERE site = '"
            + site
            + "' GROUP BY day) GROUP BY page");
  }
}
