package io.sitepulse.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.local.audit.RecountedDay;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The events that ClickHouse makes of a plan, read back by the audit's rules. */
@ExtendWith(TablesExtension.class)
class SampleEventsIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final SampleSite SITE = SampleProvince.read().sites().get(1);

  private final Tables tables;

  SampleEventsIT(Tables tables) {
    this.tables = tables;
  }

  @BeforeAll
  static void make(Tables tables) {
    new SampleEvents(tables.jdbi()).make(SITE, plan(), NOON);
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
  void noEventOfTodayIsInTheFuture() {
    var days = recounted();

    assertThat(days.get(days.size() - 1).day()).isEqualTo(TODAY);
    assertThat(
            tables.number(
                "SELECT count() FROM sitepulse.page_views WHERE at >= '2026-11-22 05:00:00'"))
        .isZero();
  }

  @Test
  void repeatedGenerationChangesNothing() {
    List<DaySums> before = recounted().stream().map(RecountedDay::sums).toList();

    new SampleEvents(tables.jdbi()).make(SITE, plan(), NOON);

    assertThat(recounted()).extracting(RecountedDay::sums).isEqualTo(before);
  }

  @Test
  void newsPagesOfADayHaveTheirOwnTitles() {
    assertThat(
            tables.number(
                "SELECT uniqExact(title) FROM sitepulse.page_views"
                    + " WHERE day = '2026-11-20' AND page LIKE '/tin-tuc/%'"))
        .isGreaterThan(5);
  }

  private static List<SamplePlan.Day> plan() {
    return SamplePlan.days(SITE, TODAY.minusDays(30), TODAY, TODAY);
  }

  private List<RecountedDay> recounted() {
    return RecountedDay.of(tables.jdbi(), SITE.id(), TODAY.minusDays(30), TODAY);
  }
}
