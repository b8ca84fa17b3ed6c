package io.sitepulse.streams.topology;

import static io.sitepulse.streams.topology.Events.heartbeat;
import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewCountingTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z"); // in Hanoi
  private static final String DAY = "2026-11-21";

  private final CountingTester counting = CountingTester.startAt(NOON);

  @AfterEach
  void close() {
    counting.close();
  }

  @Test
  void viewsVisitsAndVisitorsAreCountedByDay() {
    counting.send(view(NOON).by(1), view(at(10)).by(1), view(at(50)).by(1), view(at(50)).by(2));

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(new DaySums(4, 3, 2, 0));
    assertThat(counting.counters("demo").total()).isEqualTo(new DaySums(4, 3, 2, 0));
  }

  @Test
  void sitesAreCountedSeparately() {
    counting.send(view(NOON).by(1), view(NOON).by(1).site("other", Events.HANOI));

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(new DaySums(1, 1, 1, 0));
    assertThat(counting.day("other", DAY).sums()).isEqualTo(new DaySums(1, 1, 1, 0));
  }

  @Test
  void aHeartbeatAddsOnlyEngagedTime() {
    counting.send(view(NOON).engaged(500), heartbeat(at(1)).engaged(60_000));

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(new DaySums(1, 1, 1, 60_500));
    assertThat(counting.day("demo", DAY).ledger())
        .isEqualTo(new Ledger(2, 1, 1, 0, 0, Map.of(), 0));
  }

  @Test
  void aHeartbeatNeitherStartsNorJoinsVisits() {
    counting.send(view(NOON), heartbeat(at(25)), view(at(50)), heartbeat(at(50)).by(2));

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(new DaySums(2, 2, 1, 0));
  }

  @Test
  void anAnonymousViewIsAViewWithoutVisitOrVisitor() {
    counting.send(view(NOON).anonymous(), view(NOON).anonymous());

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(new DaySums(2, 0, 0, 0));
    assertThat(counting.counters("demo").online()).isZero();
  }

  @Test
  void botsAreOnlyInTheLedger() {
    counting.send(view(NOON).bot(), view(NOON).bot());

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(DaySums.ZERO);
    assertThat(counting.day("demo", DAY).ledger())
        .isEqualTo(new Ledger(2, 0, 0, 0, 2, Map.of(), 0));
    assertThat(counting.counters("demo").online()).isZero();
    assertThat(counting.counters("demo").days()).isEmpty();
  }

  @Test
  void aLateViewJoinsTwoVisitsAndTheLedgerRecordsIt() {
    counting.send(view(NOON), view(at(50)));
    assertThat(counting.day("demo", DAY).sums().visits()).isEqualTo(2);

    counting.send(view(at(25)).late(Duration.ofHours(2)));

    assertThat(counting.day("demo", DAY).sums()).isEqualTo(new DaySums(3, 1, 1, 0));
    assertThat(counting.day("demo", DAY).ledger().mergedVisits()).isEqualTo(1);
  }

  @Test
  void aLateViewCountsForItsDay() {
    counting.send(view(at(-20 * 60)).late(Duration.ofHours(20)));

    assertThat(counting.day("demo", "2026-11-20").sums()).isEqualTo(new DaySums(1, 1, 1, 0));
  }

  private static Instant at(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
