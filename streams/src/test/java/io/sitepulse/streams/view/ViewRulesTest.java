package io.sitepulse.streams.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.streams.topology.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  @Test
  void aViewIsAViewAndAHeartbeatAHeartbeat() {
    assertThat(judge(Events.view(NOON))).isEqualTo(EventOutcome.VIEW);
    assertThat(judge(Events.heartbeat(NOON))).isEqualTo(EventOutcome.HEARTBEAT);
  }

  @Test
  void anIdSeenExactlyADayAgoIsADuplicate() {
    assertThat(judge(Events.view(NOON), NOON.minus(Duration.ofHours(24))))
        .isEqualTo(EventOutcome.DUPLICATE);
  }

  @Test
  void anIdSeenAMillisecondMoreThanADayAgoIsNew() {
    assertThat(judge(Events.view(NOON), NOON.minus(Duration.ofHours(24)).minusMillis(1)))
        .isEqualTo(EventOutcome.VIEW);
  }

  @Test
  void deliveriesThatOvertookEachOtherAreDuplicatesToo() {
    assertThat(judge(Events.view(NOON), NOON.plusSeconds(60))).isEqualTo(EventOutcome.DUPLICATE);
  }

  @Test
  void aRepeatedRejectionIsADuplicate() {
    Events old = Events.view(NOON).late(Duration.ofHours(30));

    assertThat(judge(old)).isEqualTo(EventOutcome.TOO_OLD);
    assertThat(judge(old, old.build().received())).isEqualTo(EventOutcome.DUPLICATE);
  }

  @Test
  void upToADayLateIsCounted() {
    assertThat(judge(Events.view(NOON).late(Duration.ofHours(24)))).isEqualTo(EventOutcome.VIEW);
    assertThat(judge(Events.view(NOON).late(Duration.ofHours(24).plusMillis(1))))
        .isEqualTo(EventOutcome.TOO_OLD);
  }

  @Test
  void clocksMayBeFiveMinutesApart() {
    assertThat(judge(Events.view(NOON).late(Duration.ofMinutes(-5)))).isEqualTo(EventOutcome.VIEW);
    assertThat(judge(Events.view(NOON).late(Duration.ofMinutes(-5).minusMillis(1))))
        .isEqualTo(EventOutcome.FROM_THE_FUTURE);
  }

  @Test
  void aDayThatNoZoneHasThenIsRejected() {
    LocalDate utc = LocalDate.parse("2026-11-21");

    assertThat(judge(Events.view(NOON).day(utc.plusDays(1)))).isEqualTo(EventOutcome.VIEW);
    assertThat(judge(Events.view(NOON).day(utc.minusDays(1)))).isEqualTo(EventOutcome.VIEW);
    assertThat(judge(Events.view(NOON).day(utc.plusDays(2))))
        .isEqualTo(EventOutcome.FROM_THE_FUTURE);
    assertThat(judge(Events.view(NOON).day(utc.minusDays(2)))).isEqualTo(EventOutcome.TOO_OLD);
  }

  @Test
  void aRobotIsABotWhateverItSends() {
    assertThat(judge(Events.view(NOON).bot())).isEqualTo(EventOutcome.BOT);
    assertThat(judge(Events.heartbeat(NOON).bot())).isEqualTo(EventOutcome.BOT);
  }

  @Test
  void aReceiptLongAfterTheRecordIsNotBelieved() {
    PageView event = Events.view(NOON).build();

    assertThat(ViewRules.isPlausible(event, NOON.minus(Duration.ofHours(24)))).isTrue();
    assertThat(ViewRules.isPlausible(event, NOON.minus(Duration.ofHours(25)))).isFalse();
  }

  @Test
  void everyOutcomeIsReadAgainFromItsCode() {
    for (EventOutcome eventOutcome : EventOutcome.values()) {
      assertThat(EventOutcome.of(eventOutcome.code())).isSameAs(eventOutcome);
      assertThat(eventOutcome.ledger().received()).isEqualTo(1);
    }
  }

  @Test
  void aVerdictIsReadAgainAsItWasWritten() {
    var serde = new ClassifiedEventSerde();
    var verdict =
        new ClassifiedEvent(EventOutcome.HEARTBEAT, LocalDate.parse("2026-11-21"), NOON, 42, true);

    byte[] bytes = serde.serializer().serialize("", verdict);

    assertThat(bytes).hasSize(23);
    assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(verdict);
  }

  private static EventOutcome judge(Events event) {
    return judge(event, null);
  }

  private static EventOutcome judge(Events event, @Nullable Instant lastSeen) {
    return ViewRules.judge(event.build(), lastSeen);
  }
}
