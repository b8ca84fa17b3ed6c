package io.sitepulse.ingest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaltScheduleTest {
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Test
  void duringTheDayOnlyTodayIsNeeded() {
    assertThat(SaltSchedule.at(Instant.parse("2026-11-21T05:00:00Z"), List.of(HANOI)))
        .containsExactly(DAY);
  }

  @Test
  void inTheLastHourTomorrowIsNeededToo() {
    assertThat(SaltSchedule.at(Instant.parse("2026-11-21T15:59:59Z"), List.of(HANOI)))
        .containsExactly(DAY);
    assertThat(SaltSchedule.at(Instant.parse("2026-11-21T16:00:00Z"), List.of(HANOI)))
        .containsExactly(DAY, DAY.plusDays(1));
  }

  @Test
  void everyTimeZoneHasItsOwnDate() {
    assertThat(SaltSchedule.at(Instant.parse("2026-11-20T20:00:00Z"), List.of(HANOI, NEW_YORK)))
        .containsExactly(DAY.minusDays(1), DAY);
  }
}
