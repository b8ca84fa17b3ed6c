package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTextTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final AuditScope SCOPE = new AuditScope(null, DAY, DAY);

  @Test
  void aDifferenceStandsBelowItsLineWithBothNumbers() {
    var claimed = new NamedCounts(Map.of("views", 708L, "visits", 12L));
    var recounted = new NamedCounts(Map.of("views", 708L, "visits", 11L));
    var line = new AuditLine("portal.gov.vn", DAY, claimed, recounted, null);

    String text = AuditText.of(report(List.of(line), List.of(), 0L));

    assertThat(text)
        .contains("portal.gov.vn  2026-11-21    708      12")
        .contains("DIFFERS: 1")
        .contains("    visits: says 12, raw events say 11 (+1)")
        .endsWith("1 difference.\n");
  }

  @Test
  void aReportWithoutEventsSaysSo() {
    assertThat(AuditText.of(report(List.of(), List.of(), null)))
        .startsWith("no events and no counters from 2026-11-21 to 2026-11-21");
  }

  @Test
  void recordsOnTheirWayAreTold() {
    assertThat(AuditText.of(report(List.of(), List.of(), 12L)))
        .contains("Not complete: 12 records");
  }

  @Test
  void daysOfWhichKafkaHasDeletedEventsAreTold() {
    var events = new NamedCounts(Map.of("received", 3L));
    var none = new NamedCounts(Map.of("views", 3L));
    var lines =
        List.of(
            new AuditLine("one", DAY, events, events, null),
            new AuditLine("two", DAY.plusDays(1), events, events, null),
            new AuditLine("imported", DAY, none, none, null));
    // The day begins on 20 November in UTC, in the zones that are ahead.
    Instant before = Instant.parse("2026-11-20T09:59:59Z");
    Instant after = Instant.parse("2026-11-20T10:00:01Z");

    assertThat(report(lines, List.of(), 0L).notRebuildable()).isZero();
    assertThat(retained(lines, before).notRebuildable()).isZero();
    var report = retained(lines, after);
    assertThat(report.notRebuildable()).isEqualTo(1);
    assertThat(AuditText.of(report))
        .contains(
            "Kafka has deleted events before 2026-11-20T10:00:01Z. If ClickHouse is lost, only a"
                + " backup brings them back, days: 1");
  }

  @Test
  void votesThatKafkaHasDeletedAreToldByPoll() {
    var retained = new Retained(Instant.EPOCH, Instant.parse("2026-10-30T00:00:00Z"));
    var votes = new TreeMap<>(Map.of("useful", 12L, "opening-hours", 3L));
    var report = new AuditReport(SCOPE, List.of(), List.of(), 0L, retained, votes);

    assertThat(AuditText.of(report))
        .contains(
            "Kafka has deleted votes before 2026-10-30T00:00:00Z. If ClickHouse is lost, only a"
                + " backup brings them back, votes by poll: opening-hours 3, useful 12");
    JsonNode json = Json.MAPPER.valueToTree(report);
    assertThat(json.path("notRebuildableVotes").path("useful").asInt()).isEqualTo(12);
    assertThat(json.path("votesRebuildableFrom").asLong())
        .isEqualTo(Instant.parse("2026-10-30T00:00:00Z").toEpochMilli());
    assertThat(json.path("rebuildableFrom").isNumber()).isTrue();
    assertThat(json.has("retained")).isFalse();
  }

  @Test
  void aPollHasALineOfItsOwn() {
    var figures = new NamedCounts(Map.of("participants", 459L, "rejected.closed", 3L));
    var line = new AuditLine("useful", null, figures, figures, null);

    assertThat(AuditText.of(report(List.of(), List.of(line), 0L)))
        .containsPattern("useful +459 +0 +3 +same")
        .contains("No difference");
  }

  @Test
  void aLetterWithMarksIsOneColumnHoweverItIsWritten() {
    assertThat(TextTable.width("Hữu ích")).isEqualTo(7);
    assertThat(TextTable.width(Normalizer.normalize("Hữu ích", Normalizer.Form.NFD))).isEqualTo(7);
  }

  @Test
  void aFigureMissingOnOneSideIsADifference() {
    var claimed = new NamedCounts(Map.of("views", 1L));

    assertThat(claimed.differences(new NamedCounts(Map.of("views", 1L, "rejected.too-old", 2L))))
        .containsExactly(new Difference("rejected.too-old", 0, 2));
  }

  private static AuditReport report(
      List<AuditLine> days, List<AuditLine> polls, @Nullable Long pending) {
    return new AuditReport(SCOPE, days, polls, pending, Retained.UNKNOWN, new TreeMap<>());
  }

  private static AuditReport retained(List<AuditLine> days, Instant since) {
    var retained = new Retained(since, null);
    return new AuditReport(SCOPE, days, List.of(), 0L, retained, new TreeMap<>());
  }
}
