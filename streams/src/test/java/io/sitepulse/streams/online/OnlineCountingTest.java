package io.sitepulse.streams.online;

import static io.sitepulse.streams.topology.Events.heartbeat;
import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.topology.CountingTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnlineCountingTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final CountingTester counting = CountingTester.startAt(NOON);

  @AfterEach
  void close() {
    counting.close();
  }

  @Test
  void distinctVisitorsAreCounted() {
    counting.send(view(NOON).by(1), view(NOON).by(1), view(NOON).by(2), heartbeat(NOON).by(3));

    assertThat(counting.counters("demo").online()).isEqualTo(3);
  }

  @Test
  void onlineFallsToZeroByWallClockAlone() {
    counting.send(view(NOON).by(1));
    advanceUntil(NOON.plusSeconds(60));
    counting.send(view(NOON.plusSeconds(60)).by(2));
    assertThat(counting.counters("demo").online()).isEqualTo(2);

    advanceUntil(NOON.plus(Duration.ofMinutes(5)).minusSeconds(2));
    assertThat(counting.counters("demo").online()).isEqualTo(2);
    advanceUntil(NOON.plus(Duration.ofMinutes(5)).plusSeconds(1));
    assertThat(counting.counters("demo").online()).isEqualTo(1);
    advanceUntil(NOON.plus(Duration.ofMinutes(6)).plusSeconds(1));

    assertThat(counting.counters("demo").online()).isZero();
    assertThat(counting.counters("demo").total().views()).isEqualTo(2);
  }

  @Test
  void aHeartbeatKeepsItsVisitorOnline() {
    counting.send(view(NOON).by(1));
    advanceUntil(NOON.plus(Duration.ofMinutes(4)));
    counting.send(heartbeat(counting.now()).by(1));

    advanceUntil(NOON.plus(Duration.ofMinutes(8)));

    assertThat(counting.counters("demo").online()).isEqualTo(1);
  }

  @Test
  void oldEventsReadAgainDoNotCountAsOnline() {
    for (int minute = 0; minute < 600; minute++) {
      counting.send(view(NOON.minus(Duration.ofHours(20)).plusSeconds(60L * minute)).by(minute));
    }

    assertThat(counting.counters("demo").online()).isZero();
    assertThat(counting.counters("demo").total().views()).isEqualTo(600);
  }

  @Test
  void aLateEventDoesNotChangeTheOnlineCount() {
    counting.send(view(NOON.minus(Duration.ofMinutes(6))).late(Duration.ofMinutes(6)).by(1));
    assertThat(counting.counters("demo").online()).isZero();

    counting.send(view(counting.now()).by(1));
    counting.send(view(NOON.minus(Duration.ofMinutes(4))).late(Duration.ofMinutes(4)).by(1));
    advanceUntil(NOON.plus(Duration.ofMinutes(4)));

    assertThat(counting.counters("demo").online()).isEqualTo(1);
  }

  @Test
  void aClockAheadDoesNotKeepAVisitorOnlineLonger() {
    counting.send(view(NOON.plus(Duration.ofMinutes(4))).late(Duration.ofMinutes(-4)).by(1));

    advanceUntil(NOON.plus(Duration.ofMinutes(5)).plusSeconds(1));

    assertThat(counting.counters("demo").online()).isZero();
  }

  @Test
  void aDepartureTakesAVisitorOfflineAndIsInNoLedger() {
    PageView before = view(NOON).by(1).build();
    counting.send(before);
    counting.send(view(NOON).by(2));
    var day = counting.day("demo", "2026-11-21");

    for (String key :
        List.of(Topics.keyOf(before), "demo", "|", "demo|", "no site|" + "0".repeat(16))) {
      counting.sendBytes(Topics.VISITOR_DEPARTURES, key, new byte[0], NOON);
    }
    counting.sendBytes(Topics.VISITOR_DEPARTURES, null, null, NOON);

    assertThat(counting.counters("demo").online()).isEqualTo(1);
    assertThat(counting.day("demo", "2026-11-21")).isEqualTo(day);
    assertThat(counting.rejected()).isEmpty();
  }

  @Test
  void countersAreRepeatedEveryMinuteOnlyWhileVisitorsAreOnline() {
    counting.send(view(NOON));
    Instant lastWritten = counting.counters("demo").asOf();
    while (counting.now().isBefore(NOON.plus(Duration.ofMinutes(4)))) {
      advanceUntil(counting.now().plus(Duration.ofMinutes(1)));
      Instant written = counting.counters("demo").asOf();
      assertThat(Duration.between(lastWritten, written)).isPositive();
      lastWritten = written;
    }

    advanceUntil(NOON.plus(Duration.ofMinutes(6)));
    int writtenWhenEmpty = counting.written();
    advanceUntil(NOON.plus(Duration.ofMinutes(10)));

    assertThat(counting.written()).isEqualTo(writtenWhenEmpty);
  }

  private void advanceUntil(Instant end) {
    while (counting.now().isBefore(end)) {
      counting.advance(SECOND);
    }
    counting.settle();
  }
}
