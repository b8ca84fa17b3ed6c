package io.sitepulse.streams.view;

import static io.sitepulse.streams.view.ViewRules.isPlausible;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.event.EventHead;
import io.sitepulse.streams.topology.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  @Test
  void aPlainEventIsCountedByItsKind() {
    assertThat(classify(Events.view(NOON))).isEqualTo(EventOutcome.VIEW);
    assertThat(classify(Events.heartbeat(NOON))).isEqualTo(EventOutcome.HEARTBEAT);
  }

  @Test
  void anIdReceivedExactlyADayAgoIsADuplicate() {
    assertThat(classify(Events.view(NOON), NOON.minus(Duration.ofHours(24))))
        .isEqualTo(EventOutcome.DUPLICATE);
  }

  @Test
  void anIdReceivedMoreThanADayAgoIsNew() {
    assertThat(classify(Events.view(NOON), NOON.minus(Duration.ofHours(24)).minusMillis(1)))
        .isEqualTo(EventOutcome.VIEW);
  }

  @Test
  void aDeliveryOutOfOrderIsADuplicate() {
    assertThat(classify(Events.view(NOON), NOON.plusSeconds(60))).isEqualTo(EventOutcome.DUPLICATE);
  }

  @Test
  void aRepeatedRejectionIsADuplicate() {
    Events old = Events.view(NOON).late(Duration.ofHours(30));

    assertThat(classify(old)).isEqualTo(EventOutcome.TOO_OLD);
    assertThat(classify(old, old.build().received())).isEqualTo(EventOutcome.DUPLICATE);
  }

  @Test
  void anEventUpToADayLateIsCounted() {
    assertThat(classify(Events.view(NOON).late(Duration.ofHours(24)))).isEqualTo(EventOutcome.VIEW);
    assertThat(classify(Events.view(NOON).late(Duration.ofHours(24).plusMillis(1))))
        .isEqualTo(EventOutcome.TOO_OLD);
  }

  @Test
  void clocksMayDifferByFiveMinutes() {
    assertThat(classify(Events.view(NOON).late(Duration.ofMinutes(-5))))
        .isEqualTo(EventOutcome.VIEW);
    assertThat(classify(Events.view(NOON).late(Duration.ofMinutes(-5).minusMillis(1))))
        .isEqualTo(EventOutcome.FROM_THE_FUTURE);
  }

  @Test
  void aDayThatNoTimeZoneHasIsRejected() {
    LocalDate utc = LocalDate.parse("2026-11-21");

    assertThat(classify(Events.view(NOON).day(utc.plusDays(1)))).isEqualTo(EventOutcome.VIEW);
    assertThat(classify(Events.view(NOON).day(utc.minusDays(1)))).isEqualTo(EventOutcome.VIEW);
    assertThat(classify(Events.view(NOON).day(utc.plusDays(2))))
        .isEqualTo(EventOutcome.FROM_THE_FUTURE);
    assertThat(classify(Events.view(NOON).day(utc.minusDays(2)))).isEqualTo(EventOutcome.TOO_OLD);
  }

  @Test
  void everyEventOfABotIsABot() {
    assertThat(classify(Events.view(NOON).bot())).isEqualTo(EventOutcome.BOT);
    assertThat(classify(Events.heartbeat(NOON).bot())).isEqualTo(EventOutcome.BOT);
  }

  @Test
  void aReceiptLongAfterTheRecordIsImplausible() {
    EventHead event = EventHead.of(Events.view(NOON).build());

    assertThat(isPlausible(event, NOON.minus(Duration.ofHours(24)), NOON, null)).isTrue();
    assertThat(isPlausible(event, NOON.minus(Duration.ofHours(25)), NOON, null)).isFalse();
  }

  @Test
  void aReceiptLongAfterThisClockAndAllOthersIsImplausible() {
    EventHead event = EventHead.of(Events.view(NOON).build());
    Instant behind = NOON.minus(Duration.ofHours(25));

    assertThat(isPlausible(event, NOON, NOON.minus(Duration.ofHours(24)), null)).isTrue();
    assertThat(isPlausible(event, NOON, behind, null)).isFalse();
    assertThat(isPlausible(event, NOON, behind, behind)).isFalse();
    assertThat(isPlausible(event, NOON, behind, NOON.minusSeconds(60))).isTrue();
    assertThat(isPlausible(event, NOON, NOON, behind)).isTrue();
  }

  @Test
  void everyOutcomeHasItsOwnCode() {
    for (EventOutcome outcome : EventOutcome.values()) {
      assertThat(EventOutcome.of(outcome.code())).isSameAs(outcome);
      assertThat(outcome.ledger().received()).isEqualTo(outcome == EventOutcome.DEPARTED ? 0 : 1);
    }
  }

  private static EventOutcome classify(Events event) {
    return classify(event, null);
  }

  private static EventOutcome classify(Events event, @Nullable Instant lastSeen) {
    return ViewRules.classify(EventHead.of(event.build()), lastSeen);
  }
}
