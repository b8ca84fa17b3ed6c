package io.sitepulse.ingest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultCounterTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private final FaultCounter counter = new FaultCounter("run", FaultCounterTest::registered);

  private static @Nullable Site registered(String id) {
    return switch (id) {
      case "demo" -> Site.of(id, Site.DEFAULT_ZONE);
      case "york" -> Site.of(id, ZoneId.of("America/New_York"));
      default -> null;
    };
  }

  @Test
  void countsByReasonAndOrigin() {
    refuse("demo", Reason.ORIGIN, "https://Moi.gov.vn");
    refuse("demo", Reason.ORIGIN, "https://moi.gov.vn");
    refuse("demo", Reason.ORIGIN, "null");
    refuse("demo", Reason.INVALID, null);

    assertThat(of("demo").refused())
        .isEqualTo(
            Map.of(
                Reason.ORIGIN, Map.of("https://moi.gov.vn", 2L, "null", 1L),
                Reason.INVALID, Map.of(CollectorFaults.NO_ORIGIN, 1L)));
    assertThat(of("demo").recordKey()).isEqualTo("demo|2026-11-21|run");
  }

  @Test
  void theDayIsThatOfTheSite() {
    Instant morning = Instant.parse("2026-11-21T01:00:00Z");

    counter.refused("demo", Reason.INVALID, null, morning);
    counter.refused("york", Reason.INVALID, null, morning);

    assertThat(of("demo").day()).isEqualTo(DAY);
    assertThat(of("york").day()).isEqualTo(DAY.minusDays(1));
  }

  @Test
  void moreOriginsThanTheLimitAreCountedTogether() {
    for (int i = 0; i < 5 * FaultCounter.ORIGINS; i++) {
      refuse("demo", Reason.ORIGIN, "https://a" + i + ".vn");
      refuse("demo", Reason.TOO_OLD, "https://b" + i + ".vn");
    }

    var refused = of("demo").refused();
    var origins = refused.values().stream().flatMap(map -> map.keySet().stream()).distinct();
    assertThat(origins).hasSize(FaultCounter.ORIGINS + 1).contains(CollectorFaults.OTHER);
    assertThat(of("demo").total()).isEqualTo(10L * FaultCounter.ORIGINS);
  }

  @Test
  void aTextThatIsNoOriginIsNotKept() {
    refuse("demo", Reason.ORIGIN, "https://a.vn/" + "x".repeat(5_000));
    refuse("demo", Reason.ORIGIN, "<script>");

    assertThat(of("demo").refused())
        .isEqualTo(Map.of(Reason.ORIGIN, Map.of(CollectorFaults.OTHER, 2L)));
  }

  @Test
  void madeUpSiteIdsAreBounded() {
    for (int i = 0; i < 5 * FaultCounter.UNKNOWN_SITES; i++) {
      refuse("made-up-" + i, Reason.UNKNOWN_SITE, "https://a.vn");
    }
    refuse("NOT an id", Reason.UNKNOWN_SITE, "https://a.vn");
    refuse(null, Reason.INVALID, "https://a.vn");
    refuse("demo", Reason.INVALID, "https://a.vn");

    var unwritten = counter.unwritten(NOON);
    assertThat(unwritten).hasSize(FaultCounter.UNKNOWN_SITES + 2);
    assertThat(of(null).total()).isEqualTo(4L * FaultCounter.UNKNOWN_SITES + 2);
    assertThat(of("demo").total()).isEqualTo(1);
    assertThat(unwritten.stream().mapToLong(CollectorFaults::total).sum())
        .isEqualTo(5L * FaultCounter.UNKNOWN_SITES + 3);
  }

  @Test
  void proxiesAreBounded() {
    for (int i = 0; i < 5 * FaultCounter.ORIGINS; i++) {
      counter.untrustedProxy("10.0." + i / 256 + "." + i % 256, NOON);
    }

    assertThat(of(null).untrustedProxies()).hasSize(FaultCounter.ORIGINS + 1);
    assertThat(of(null).total()).isEqualTo(5L * FaultCounter.ORIGINS);
  }

  @Test
  void aVersionIsWrittenWhenItIsSeenFirstAndWhenItsNumberHasDoubled() {
    int records = 0;
    for (int i = 0; i < 1000; i++) {
      counter.accepted("demo", i < 900 ? "1.0.0" : "0.9.0", NOON);
      for (CollectorFaults faults : counter.unwritten(NOON)) {
        counter.written(faults);
        records++;
      }
    }

    assertThat(records).isEqualTo(10 + 7);
    refuse("demo", Reason.INVALID, null);
    assertThat(of("demo").scripts()).isEqualTo(Map.of("1.0.0", 900L, "0.9.0", 100L));
    assertThat(of("demo").total()).isEqualTo(1001);
  }

  @Test
  void versionsAreBounded() {
    for (int i = 0; i < 5 * FaultCounter.SCRIPTS; i++) {
      counter.accepted("demo", "1." + i, NOON);
    }

    assertThat(of("demo").scripts())
        .hasSize(FaultCounter.SCRIPTS + 1)
        .containsEntry(CollectorFaults.OTHER, 4L * FaultCounter.SCRIPTS);
  }

  @Test
  void nothingIsWrittenWhileNothingIsRefused() {
    assertThat(counter.unwritten(NOON)).isEmpty();

    refuse("demo", Reason.INVALID, null);
    counter.written(of("demo"));

    assertThat(counter.unwritten(NOON)).isEmpty();
  }

  @Test
  void theNumbersAreCumulativeAndStayUntilTheyAreWritten() {
    refuse("demo", Reason.INVALID, null);
    CollectorFaults first = of("demo");
    refuse("demo", Reason.INVALID, null);
    CollectorFaults second = of("demo");
    counter.written(second);
    counter.written(first); // An acknowledgement that comes late takes nothing back.

    assertThat(second.recordKey()).isEqualTo(first.recordKey());
    assertThat(List.of(first.total(), second.total())).containsExactly(1L, 2L);
    assertThat(counter.unwritten(NOON)).isEmpty();

    refuse("demo", Reason.INVALID, null);
    assertThat(of("demo").total()).isEqualTo(3);
  }

  @Test
  void daysThatAreOverAreForgottenOnceTheyAreWritten() {
    refuse("demo", Reason.INVALID, null);
    Instant later = NOON.plus(Duration.ofDays(2));

    var late = counter.unwritten(later);
    assertThat(late).hasSize(1);
    counter.written(late.get(0));
    assertThat(counter.unwritten(later)).isEmpty();
    refuse("demo", Reason.INVALID, null);
    assertThat(of("demo").total()).as("a new sum").isEqualTo(1);
  }

  @Test
  void whatKafkaDoesNotTakeForDaysIsDropped() {
    refuse("demo", Reason.INVALID, null);

    Instant later = NOON.plus(Duration.ofDays(FaultCounter.DAYS_KEPT + 1));
    assertThat(counter.unwritten(later)).isEmpty();
  }

  private void refuse(@Nullable String site, Reason reason, @Nullable String origin) {
    counter.refused(site, reason, origin, NOON);
  }

  private CollectorFaults of(@Nullable String site) {
    return counter.unwritten(NOON).stream()
        .filter(faults -> Objects.equals(faults.site(), site))
        .findFirst()
        .orElseThrow();
  }
}
