package io.sitepulse.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.PeriodTotals.Peak;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the JSON of reports, with the order of its fields, with texts. */
class ReportJsonTest {
  private static final DaySums SUMS = new DaySums(4, 3, 2, 1);
  private static final DaySums TOTAL = new DaySums(9, 8, 7, 6);
  private static final PeriodComparison PAIR = PeriodComparison.of(SUMS, null, null, null);
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final TargetProgress TARGET =
      new TargetProgress("t", Metric.VISITS, Period.parse("2026-11"), 10, 3L, 0.3, DAY);
  private static final PeriodResponse NOVEMBER = PeriodResponse.of(Period.parse("2026-11"));
  private static final PeriodTotals TOTALS = PeriodTotals.of(SUMS, new Peak(5, Instant.EPOCH));

  @Test
  void theFiguresOfTheOverviewAreFieldsOfTheSitesAndGroups() throws Exception {
    var figures = new Overview.Figures(2, SUMS, PAIR, PAIR, TARGET, List.of(1L, 2L), TOTAL, SUMS);
    var bare = new Overview.Figures(0, SUMS, PAIR, PAIR, null, null, SUMS, DaySums.ZERO);
    var sites =
        List.of(
            new Overview.Line("demo", "Cổng", "so", true, false, figures, List.of("old"), DAY),
            new Overview.Line("bare", "Cổng", null, false, true, bare, List.of(), DAY));
    var group = new Overview.Group("so", "Khối", 0, new Overview.Total(1, 3, figures));
    var overview =
        new Overview(
            Instant.EPOCH,
            false,
            Overview.Gap.AWAY,
            sites,
            List.of(group),
            new Overview.Total(2, 0, bare),
            List.of(
                new Overview.BaselineChange(
                    "demo",
                    "Cổng",
                    Instant.EPOCH,
                    "Bình",
                    null,
                    new Baseline(4, 3, 2, DAY, "sổ", "Bình"))));

    assertJson(
        overview,
        """
        {"asOf":0,"complete":false,"gap":"away","sites":[{"id":"demo","name":"Cổng","group":"so",
        "sample":true,"archived":false,"online":2,"today":{"views":4,"visits":3,"visitors":2,
        "engagedMs":1},"month":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},
        "before":null,"change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},
        "year":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},"before":null,
        "change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},
        "target":{"id":"t","metric":"visits","period":"2026-11","value":10,"actual":3,
        "share":0.3,"until":"2026-11-22"},"spark":[1,2],"total":{"views":9,"visits":8,"visitors":7,
        "engagedMs":6},"baseline":{"views":4,"visits":3,"visitors":2,"engagedMs":1},"predecessors":["old"],"day":"2026-11-22"},{"id":"bare","name":"Cổng",
        "sample":false,"archived":true,"online":0,"today":{"views":4,"visits":3,"visitors":2,
        "engagedMs":1},"month":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},
        "before":null,"change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},
        "year":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},"before":null,
        "change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},"spark":null,
        "total":{"views":4,"visits":3,"visitors":2,
        "engagedMs":1},"baseline":{"views":0,"visits":0,"visitors":0,"engagedMs":0},"predecessors":[],"day":"2026-11-22"}],"groups":[{"id":"so","name":"Khối","position":0,"sites":1,"hiddenSites":3,
        "online":2,"today":{"views":4,"visits":3,"visitors":2,"engagedMs":1},
        "month":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},"before":null,
        "change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},
        "year":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},"before":null,
        "change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},
        "target":{"id":"t","metric":"visits","period":"2026-11","value":10,"actual":3,
        "share":0.3,"until":"2026-11-22"},"spark":[1,2],"total":{"views":9,"visits":8,"visitors":7,
        "engagedMs":6},"baseline":{"views":4,"visits":3,"visitors":2,"engagedMs":1}}],"all":{"sites":2,"hiddenSites":0,"online":0,"today":{"views":4,"visits":3,
        "visitors":2,"engagedMs":1},"month":{"now":{"views":4,"visits":3,"visitors":2,
        "engagedMs":1},"before":null,"change":{"views":null,"visits":null,"visitors":null,
        "engagedMs":null}},"year":{"now":{"views":4,"visits":3,"visitors":2,"engagedMs":1},
        "before":null,"change":{"views":null,"visits":null,"visitors":null,"engagedMs":null}},
        "spark":null,"total":{"views":4,"visits":3,"visitors":2,
        "engagedMs":1},"baseline":{"views":0,"visits":0,"visitors":0,"engagedMs":0}},
        "baselineChanges":[{"site":"demo","name":"Cổng","at":0,"by":"Bình","after":{"views":4,
        "visits":3,"visitors":2,"asOf":"2026-11-22","source":"sổ","enteredBy":"Bình"}}]}
        """);
  }

  @Test
  void aSummaryIsFlat() throws Exception {
    var subject = new Summary.Subject(Scope.site("demo"), "Cổng", true, Site.DEFAULT_ZONE, 0, 0);
    var takeovers =
        new Summary.Takeovers(
            List.of(new Summary.Takeover("old", "Cũ", LocalDate.parse("2025-03-01"))),
            new Summary.Takeover("new", "Mới", LocalDate.parse("2027-01-01")));

    assertJson(
        new Summary(
            subject,
            new Summary.Days(
                NOVEMBER, NOVEMBER, NOVEMBER, true, false, LocalDate.parse("2025-10-20")),
            TOTALS,
            TOTALS,
            RelativeChange.of(SUMS, SUMS),
            Ledger.EMPTY,
            takeovers,
            TARGET),
        """
        {"scope":"site:demo","name":"Cổng","sample":true,"zone":"Asia/Ho_Chi_Minh","hiddenSites":0,"movedSites":0,
        "period":{"text":"2026-11","from":"2026-11-01","to":"2026-11-30"},
        "begun":{"text":"2026-11","from":"2026-11-01","to":"2026-11-30"},
        "compared":{"text":"2026-11","from":"2026-11-01","to":"2026-11-30"},"live":true,"partOfDay":false,"countedFrom":"2025-10-20",
        "now":{"views":4,"visits":3,"visitors":2,"engagedMs":1,"peakOnline":{"count":5,"at":0}},
        "before":{"views":4,"visits":3,"visitors":2,"engagedMs":1,"peakOnline":{"count":5,
        "at":0}},"change":{"views":0.0,"visits":0.0,"visitors":0.0,"engagedMs":0.0},
        "ledger":{"received":0,"views":0,"heartbeats":0,"duplicates":0,"bots":0,"rejected":{},
        "mergedVisits":0},"predecessors":[{"site":"old","name":"Cũ","from":"2025-03-01"}],
        "successor":{"site":"new","name":"Mới","from":"2027-01-01"},"target":{"id":"t",
        "metric":"visits","period":"2026-11","value":10,"actual":3,"share":0.3,"until":"2026-11-22"}}
        """);
  }

  @Test
  void aSummaryWithoutComparisonHasNulls() throws Exception {
    assertJson(
        new Summary(
            new Summary.Subject(Scope.ALL, "", false, null, 3, 1),
            new Summary.Days(NOVEMBER, null, null, false, false, null),
            TOTALS,
            null,
            RelativeChange.NONE,
            Ledger.EMPTY,
            Summary.Takeovers.NONE,
            null),
        """
        {"scope":"all","name":"","sample":false,"zone":null,"hiddenSites":3,"movedSites":1,"period":{"text":"2026-11",
        "from":"2026-11-01","to":"2026-11-30"},"begun":null,"compared":null,"live":false,"partOfDay":false,
        "now":{"views":4,"visits":3,"visitors":2,"engagedMs":1,"peakOnline":{"count":5,"at":0}},
        "before":null,"change":{"views":null,"visits":null,"visitors":null,"engagedMs":null},
        "ledger":{"received":0,"views":0,"heartbeats":0,"duplicates":0,"bots":0,"rejected":{},
        "mergedVisits":0},"predecessors":[]}
        """);
  }

  private static void assertJson(Object report, String expected) throws Exception {
    assertThat(Json.MAPPER.writeValueAsString(report)).isEqualTo(expected.replace("\n", ""));
  }
}
