package io.sitepulse.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {
  private static final AuditOutcome CLEAN = new AuditOutcome("collect", 100, 110, 64, 0);

  private static BenchReport report(AuditOutcome audit) {
    var ceiling = new Side(List.of(new Sample(20_000, 1, 0.7, 0.3, 50L << 20)));
    var product = new Side(List.of(new Sample(15_000, 1, 1.05, 0.3, 300L << 20)));
    return BenchReport.begin(Instant.parse("2026-11-28T10:00:00Z"), "5 runs", "2 cores")
        .plus(
            new PartResult(
                List.of(new Comparison("collect, 64 connections", "events", ceiling, product)),
                List.of(new Figure("idle, CPU", "%", new Summary(25.5, 20, 30))),
                List.of(audit)));
  }

  @Test
  void printsALineForEachSideAndFigure() {
    assertThat(ReportTable.text(report(CLEAN)))
        .isEqualTo(
            """
            2 cores
            5 runs

            part                     side     median/s  minimum  maximum  CPU s/100k  with broker  peak MB  RATIO
            collect, 64 connections  ceiling    20,000   20,000   20,000        3.50         5.00    50.00
            events                   product    15,000   15,000   15,000        7.00         9.00      300   0.75

            figure     unit  median  minimum  maximum
            idle, CPU  %      25.50    20.00    30.00

            audit of collect: clean, 100 events accepted, 110 recounted, 0 differences
            """);
  }

  @Test
  void writesMarkdown() {
    assertThat(ReportTable.markdown(report(CLEAN)))
        .contains("| part | side | median/s |")
        .contains("| --- | --- | ---: |")
        .contains("| events | product | 15,000 | 15,000 | 15,000 | 7.00 | 9.00 | 300 | 0.75 |\n")
        .contains("- audit of collect: clean");
  }

  @Test
  void isNotCleanWithoutAnAudit() {
    assertThat(BenchReport.begin(Instant.EPOCH, "", "").clean()).isFalse();
    assertThat(report(CLEAN).clean()).isTrue();
  }

  @Test
  void aRunOfInnerLoopsAloneNeedsNoAudit() {
    var figure = new Figure("inner, row", "ns an event", new Summary(300, 290, 310));
    assertThat(
            BenchReport.begin(Instant.EPOCH, "", "")
                .plus(new PartResult(List.of(), List.of(figure), List.of()))
                .clean())
        .isTrue();
  }

  @Test
  void isNotCleanWithADifferenceAnEventTooFewOrTooMany() {
    assertThat(report(new AuditOutcome("x", 100, 100, 0, 1)).clean()).isFalse();
    assertThat(report(new AuditOutcome("x", 100, 99, 0, 0)).clean()).isFalse();
    assertThat(report(new AuditOutcome("x", 100, 165, 64, 0)).clean()).isFalse();
    assertThat(ReportTable.text(report(new AuditOutcome("x", 100, 99, 0, 0))))
        .contains("NOT CLEAN");
  }
}
