package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TablesExtension.class)
class VisitsIT {
  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 31);
  private static final Set<String> FIGURES =
      Set.of("views", "visits", "visitors", "engagedMs", "counted.heartbeats", "bots");

  private final Tables tables;
  private final RawTables raw;

  VisitsIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itsSumsAreThoseOfAnEventByEventCount(long seed) {
    String site = "random-" + seed;
    List<Delivered> events = new RandomEvents(seed).make(400);
    raw.events(site, events);

    assertThat(sums(site, FROM, TO)).isEqualTo(expected(events));
  }

  @Test
  void aSingleDayEqualsTheSameDayOfARange() {
    List<Delivered> events = new RandomEvents(77).make(400);
    raw.events("alone", events);

    expected(events)
        .forEach(
            (day, figures) -> assertThat(sums("alone", day, day)).isEqualTo(Map.of(day, figures)));
  }

  private Map<LocalDate, Map<String, Long>> sums(String site, LocalDate from, LocalDate to) {
    var sums = new TreeMap<LocalDate, Map<String, Long>>();
    tables
        .jdbi()
        .useHandle(
            handle ->
                VisitQueryParameters.bind(
                        handle.createQuery(SqlFile.read(VisitsIT.class, "visit_sums.sql")),
                        Site.of(site, Site.DEFAULT_ZONE),
                        from,
                        to)
                    .map(
                        (row, context) -> {
                          var figures = new TreeMap<String, Long>();
                          for (String figure : FIGURES) {
                            figures.put(figure, row.getLong(figure));
                          }
                          return sums.put(row.getObject("day", LocalDate.class), figures);
                        })
                    .list());
    return sums;
  }

  /** Days on which nothing counts have no row. */
  private static Map<LocalDate, Map<String, Long>> expected(List<Delivered> events) {
    var days = new LinkedHashMap<LocalDate, Map<String, Long>>();
    NaiveRecount.days(NaiveRecount.classify(events))
        .forEach(
            (day, all) -> {
              var figures = new TreeMap<>(all);
              figures.keySet().retainAll(FIGURES);
              if (figures.values().stream().anyMatch(figure -> figure > 0)) {
                days.put(day, figures);
              }
            });
    return days;
  }
}
