package io.sitepulse.streams.view;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.streams.topology.CountingTester;
import io.sitepulse.streams.topology.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");

  private final CountingTester counting = CountingTester.startAt(NOON);

  @AfterEach
  void close() {
    counting.close();
  }

  @Test
  void anIdIsCountedOnceForAllVisitors() {
    counting.send(view(NOON).id(ID).by(1), view(NOON).id(ID).by(1), view(NOON).id(ID).by(2));

    assertThat(counting.day("demo", "2026-11-21").sums()).isEqualTo(new DaySums(1, 1, 1, 0));
    assertThat(counting.day("demo", "2026-11-21").ledger())
        .isEqualTo(new Ledger(3, 1, 0, 2, 0, Map.of(), 0));
  }

  @Test
  void theSameIdOnAnotherSiteIsAnotherEvent() {
    counting.send(view(NOON).id(ID), view(NOON).id(ID).site("other", Events.HANOI));

    assertThat(counting.day("other", "2026-11-21").sums().views()).isEqualTo(1);
  }

  @Test
  void anIdIsADuplicateAfterMidnight() {
    Instant beforeMidnight = Instant.parse("2026-11-21T16:59:00Z"); // 23:59 in Hanoi
    counting.send(view(beforeMidnight).id(ID), view(beforeMidnight.plusSeconds(120)).id(ID));

    assertThat(counting.day("demo", "2026-11-21").sums().views()).isEqualTo(1);
    assertThat(counting.day("demo", "2026-11-22").sums().views()).isZero();
    assertThat(counting.day("demo", "2026-11-22").ledger().duplicates()).isEqualTo(1);
  }

  @Test
  void anIdIsADuplicateForExactlyADay() {
    Duration day = Duration.ofHours(24);
    counting.send(view(NOON).id(ID), view(NOON.plus(day)).id(ID));
    assertThat(counting.day("demo", "2026-11-22").ledger().duplicates()).isEqualTo(1);

    counting.send(view(NOON.plus(day).plus(day).plusMillis(1)).id(ID));

    assertThat(counting.day("demo", "2026-11-23").sums().views()).isEqualTo(1);
  }

  @Test
  void everyDeliveryExtendsTheTimeOfItsId() {
    for (int hour = 0; hour <= 72; hour += 12) {
      counting.send(view(NOON.plus(Duration.ofHours(hour))).id(ID));
    }

    assertThat(counting.counters("demo").total().views()).isEqualTo(1);
  }

  @Test
  void anIdTwiceInOneRecordIsADuplicate() {
    counting.sendPack(view(NOON).id(ID), view(NOON).by(2), view(NOON).id(ID));

    assertThat(counting.day("demo", "2026-11-21").ledger())
        .isEqualTo(new Ledger(3, 2, 0, 1, 0, Map.of(), 0));
    assertThat(counting.counters("demo").total().visits()).isEqualTo(2);
  }

  @Test
  void aWrongClockDoesNotDropIds() {
    counting.send(view(NOON).id(ID));
    var wrong = view(NOON.plus(Duration.ofDays(300))).build();
    counting.sendJson(wrong, NOON);

    counting.send(view(NOON.plusSeconds(60)).id(ID));

    assertThat(counting.counters("demo").total().views()).isEqualTo(1);
    assertThat(counting.rejected()).hasSize(1);
  }

  /** The collector gives a record the time of its event. */
  @Test
  void aClockThatWasAheadDropsNeitherIdsNorVisitors() {
    counting.send(view(NOON).by(1).id(ID));
    var wrong = view(NOON.plus(Duration.ofDays(30))).by(9).build();
    counting.sendJson(wrong, wrong.received());

    counting.send(view(NOON.plusSeconds(60)).by(1), view(NOON.plusSeconds(61)).by(1).id(ID));

    assertThat(counting.day("demo", "2026-11-21").sums()).isEqualTo(new DaySums(2, 1, 1, 0));
    assertThat(counting.day("demo", "2026-11-21").ledger().duplicates()).isEqualTo(1);
    assertThat(counting.rejected()).hasSize(1);
  }

  @Test
  void aDeliveryOutOfOrderAcrossMidnightIsADuplicate() {
    Instant midnightUtc = Instant.parse("2026-11-22T00:00:00Z");
    counting.send(
        view(midnightUtc.plusSeconds(5)).id(ID), view(midnightUtc.minusSeconds(5)).id(ID));

    assertThat(counting.counters("demo").total().views()).isEqualTo(1);
  }
}
