package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTextTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final AuditScope SCOPE = new AuditScope(null, DAY, DAY);

  @Test
  void aDifferenceStandsBelowItsLineWithBothNumbers() {
    var claimed = new NamedCounts(Map.of("views", 708L, "visits", 12L));
    var recounted = new NamedCounts(Map.of("views", 708L, "visits", 11L));
    var line = new AuditLine("portal.gov.vn", DAY, claimed, recounted, null);

    String text = AuditText.of(new AuditReport(SCOPE, List.of(line), List.of(), 0L));

    assertThat(text)
        .contains("portal.gov.vn  2026-11-21    708      12")
        .contains("DIFFERS: 1")
        .contains("    visits: says 12, raw events say 11 (+1)")
        .endsWith("1 difference.\n");
  }

  @Test
  void aReportWithoutEventsSaysSo() {
    assertThat(AuditText.of(new AuditReport(SCOPE, List.of(), List.of(), null)))
        .startsWith("no events and no counters from 2026-11-21 to 2026-11-21");
  }

  @Test
  void recordsOnTheirWayAreTold() {
    assertThat(AuditText.of(new AuditReport(SCOPE, List.of(), List.of(), 12L)))
        .contains("Not complete: 12 records");
  }

  @Test
  void aPollHasALineOfItsOwn() {
    var figures = new NamedCounts(Map.of("participants", 459L, "rejected.closed", 3L));
    var line = new AuditLine("useful", null, figures, figures, null);

    assertThat(AuditText.of(new AuditReport(SCOPE, List.of(), List.of(line), 0L)))
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
}
