package io.sitepulse.streams.topology;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DayBoundaryTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant HANOI_MIDNIGHT = Instant.parse("2026-03-07T17:00:00Z");
  // New York's clocks go forward in this night, so the day has 23 hours.
  private static final Instant NEW_YORK_MIDNIGHT = Instant.parse("2026-03-08T05:00:00Z");
  private static final Instant NEXT_NEW_YORK_MIDNIGHT = Instant.parse("2026-03-09T04:00:00Z");

  private final CountingTester counting =
      CountingTester.startAt(HANOI_MIDNIGHT.minus(Duration.ofHours(1)));

  @AfterEach
  void close() {
    counting.close();
  }

  @Test
  void aVisitAcrossMidnightCountsOnBothDays() {
    counting.send(
        view(HANOI_MIDNIGHT.minusSeconds(60)).by(1), view(HANOI_MIDNIGHT.plusSeconds(60)).by(2));

    assertThat(counting.day("demo", "2026-03-07").sums()).isEqualTo(new DaySums(1, 1, 1, 0));
    assertThat(counting.day("demo", "2026-03-08").sums()).isEqualTo(new DaySums(1, 1, 1, 0));
  }

  @Test
  void aPseudonymThatLastsOverMidnightCountsOnBothDays() {
    counting.send(
        view(HANOI_MIDNIGHT.minusSeconds(60)).by(1), view(HANOI_MIDNIGHT.plusSeconds(60)).by(1));

    assertThat(counting.counters("demo").total()).isEqualTo(new DaySums(2, 2, 2, 0));
  }

  @Test
  void theLastMillisecondBelongsToTheDay() {
    counting.send(view(HANOI_MIDNIGHT.minusMillis(1)).by(1), view(HANOI_MIDNIGHT).by(2));

    assertThat(counting.day("demo", "2026-03-07").sums().views()).isEqualTo(1);
    assertThat(counting.day("demo", "2026-03-08").sums().views()).isEqualTo(1);
  }

  @Test
  void eachSiteHasTheMidnightOfItsZone() {
    counting.send(
        view(HANOI_MIDNIGHT.plusSeconds(1)).by(1),
        view(HANOI_MIDNIGHT.plusSeconds(1)).by(1).site("ny", NEW_YORK),
        view(NEW_YORK_MIDNIGHT.plusSeconds(1)).by(1).site("ny", NEW_YORK),
        view(NEXT_NEW_YORK_MIDNIGHT.minusSeconds(1)).by(1).site("ny", NEW_YORK),
        view(NEXT_NEW_YORK_MIDNIGHT).by(1).site("ny", NEW_YORK));

    assertThat(counting.day("demo", "2026-03-08").sums().views()).isEqualTo(1);
    assertThat(counting.day("ny", "2026-03-07").sums().views()).isEqualTo(1);
    assertThat(counting.day("ny", "2026-03-08").sums()).isEqualTo(new DaySums(2, 2, 1, 0));
    assertThat(counting.day("ny", "2026-03-09").sums().views()).isEqualTo(1);
  }

  @Test
  void atMidnightTodayBecomesYesterdayWithoutAnEvent() {
    counting.send(view(HANOI_MIDNIGHT.minusSeconds(60)));
    var counters = counting.counters("demo");
    var site = Site.of("demo", Events.HANOI);

    assertThat(CounterFigures.at(counters, site, HANOI_MIDNIGHT.minusMillis(1)).today().views())
        .isEqualTo(1);
    var after = CounterFigures.at(counters, site, HANOI_MIDNIGHT);
    assertThat(after.today()).isEqualTo(DaySums.ZERO);
    assertThat(after.yesterday().views()).isEqualTo(1);
    assertThat(after.total().views()).isEqualTo(1);
  }

  @Test
  void aLateEventInTheLastTimeZoneStillFindsItsVisitor() {
    ZoneId first = ZoneId.of("Pacific/Kiritimati"); // UTC+14
    ZoneId last = ZoneId.of("Etc/GMT+12"); // UTC-12
    Instant morning = Instant.parse("2026-03-04T12:30:00Z"); // 00:30 on 4 March at UTC-12
    Instant dayAfter = morning.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(29));
    counting.send(view(morning).by(1).site("late", last));
    counting.send(
        view(dayAfter.plus(Duration.ofHours(23))).by(1).site("early", first)); // already 7 March

    counting.send(view(dayAfter).by(1).site("late", last).late(Duration.ofHours(24)));

    assertThat(counting.day("late", "2026-03-04").sums()).isEqualTo(new DaySums(2, 2, 1, 0));
  }
}
