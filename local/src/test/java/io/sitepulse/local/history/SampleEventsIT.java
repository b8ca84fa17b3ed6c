package io.sitepulse.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.clickhouse.ClickHouse;
import io.sitepulse.contract.clickhouse.ClickHouseConfig;
import io.sitepulse.contract.clickhouse.Migrations;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.local.audit.RecountedDay;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ClickHouse makes of a plan, read back by the audit's rules. */
class SampleEventsIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final SampleSite SITE = SampleProvince.read().sites().get(1);

  private static EmbeddedClickHouse server;
  private static ClickHouse clickHouse;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = EmbeddedClickHouse.start(folder, 0);
    clickHouse =
        new ClickHouse(new ClickHouseConfig(server.jdbcUrl(), server.user(), server.password(), 2));
    Migrations.apply(clickHouse.jdbi());
    new SampleEvents(clickHouse.jdbi()).make(SITE, plan(), NOON);
  }

  @AfterAll
  static void stop() {
    clickHouse.close();
    server.close();
  }

  @Test
  void everyPlannedVisitIsARecountedVisitAndEveryRobotABot() {
    var full = recounted().subList(0, 30);

    for (int i = 0; i < full.size(); i++) {
      RecountedDay day = full.get(i);
      SamplePlan.Day planned = plan().get(i);
      assertThat(day.day()).isEqualTo(planned.day());
      assertThat(day.ledger().bots()).isEqualTo(planned.robots());
      assertThat(day.ledger().received()).isEqualTo(day.sums().views() + planned.robots());
      // Two visits of one visitor less than half an hour apart are one.
      assertThat(day.sums().visits())
          .isBetween(Math.round(planned.visits() * 0.95), (long) planned.visits());
      assertThat(day.sums().visitors()).isLessThan(day.sums().visits());
      assertThat(day.sums().views()).isGreaterThan(day.sums().visits() * 3 / 2);
    }
  }

  @Test
  void todayHasOnlyWhatHasHappened() {
    var days = recounted();

    assertThat(days.get(days.size() - 1).day()).isEqualTo(TODAY);
    assertThat(count("SELECT count() FROM sitepulse.page_views WHERE at >= '2026-11-22 05:00:00'"))
        .isZero();
  }

  @Test
  void madeAgainNothingChanges() {
    List<DaySums> before = recounted().stream().map(RecountedDay::sums).toList();

    new SampleEvents(clickHouse.jdbi()).make(SITE, plan(), NOON);

    assertThat(recounted()).extracting(RecountedDay::sums).isEqualTo(before);
  }

  @Test
  void theNewsOfADayHaveTitlesOfTheirOwn() {
    assertThat(
            count(
                "SELECT uniqExact(title) FROM sitepulse.page_views"
                    + " WHERE day = '2026-11-20' AND page LIKE '/tin-tuc/%'"))
        .isGreaterThan(5);
  }

  private static List<SamplePlan.Day> plan() {
    return SamplePlan.days(SITE, TODAY.minusDays(30), TODAY, TODAY);
  }

  private static List<RecountedDay> recounted() {
    return RecountedDay.of(clickHouse.jdbi(), SITE.id(), TODAY.minusDays(30), TODAY);
  }

  private static long count(String sql) {
    Jdbi jdbi = clickHouse.jdbi();
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
