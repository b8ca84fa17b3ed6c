package io.sitepulse.streams.rejected;

import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.topology.CountingTester;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectedTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private final CountingTester counting = CountingTester.startAt(NOON);

  @AfterEach
  void close() {
    counting.close();
  }

  @Test
  void aRejectionHasItsReasonAndSourcePosition() {
    counting.send(view(NOON), view(NOON).late(Duration.ofHours(25)));

    RejectedEvent rejected = counting.rejected().get(0);
    assertThat(rejected.reason()).isEqualTo(Reason.TOO_OLD);
    assertThat(rejected.id()).isEqualTo("sitepulse.page-views-0-1-0");
    assertThat(rejected.subject()).isEqualTo("demo");
    assertThat(rejected.day()).isEqualTo(DAY);
    assertThat(rejected.event()).contains("\"site\":\"demo\"");
    assertThat(counting.day("demo", "2026-11-21").ledger())
        .isEqualTo(new Ledger(2, 1, 0, 0, 0, Map.of(Reason.TOO_OLD, 1L), 0));
  }

  @Test
  void anUnreadableEventOfAPackIsRejectedAloneWithItsPlace() {
    byte[] broken = EventPack.entry(view(NOON).build());
    broken[4] = 15; // an unknown kind of event
    byte[] good = EventPack.entry(view(NOON).build());
    counting.sendBytes(Topics.PAGE_VIEWS, "", EventPack.of(List.of(good, broken)), NOON);

    assertThat(counting.rejected())
        .extracting(RejectedEvent::id, RejectedEvent::reason, RejectedEvent::subject)
        .containsExactly(tuple("sitepulse.page-views-0-0-1", Reason.UNREADABLE, "demo"));
    assertThat(counting.day("demo", "2026-11-21").ledger())
        .isEqualTo(new Ledger(2, 1, 0, 0, 0, Map.of(Reason.UNREADABLE, 1L), 0));
  }

  @Test
  void anEventFromTheFutureIsRejected() {
    counting.send(view(NOON).late(Duration.ofMinutes(-6)));

    assertThat(counting.rejected()).hasSize(1);
    assertThat(counting.day("demo", "2026-11-21").ledger().rejected())
        .isEqualTo(Map.of(Reason.FROM_THE_FUTURE, 1L));
  }

  @Test
  void unreadableEventsAreRejectedAndStopNothing() {
    counting.sendText(Topics.PAGE_VIEWS, "k", "{ not json");
    counting.sendText(Topics.PAGE_VIEWS, "k", "null");
    counting.sendText(Topics.PAGE_VIEWS, "k", "");
    counting.sendText(Topics.PAGE_VIEWS, "k", "[1,2]");
    counting.sendBytes(Topics.PAGE_VIEWS, "k", new byte[] {0, -1, -2}, NOON);
    counting.send(view(NOON));

    assertThat(counting.rejected()).hasSize(5).allMatch(r -> r.reason() == Reason.UNREADABLE);
    assertThat(counting.rejected().get(0).event()).isEqualTo("{ not json");
    assertThat(counting.rejected().get(0).subject()).isNull();
    assertThat(counting.days().values())
        .singleElement()
        .satisfies(day -> assertThat(day.ledger().received()).isEqualTo(1));
  }

  @Test
  void anUnreadableEventIsInTheLedgerOfTheSiteAndDayItNames() {
    counting.sendText(
        Topics.PAGE_VIEWS, "k", "{\"site\":\"demo\",\"day\":\"2026-11-21\",\"engagedMs\":-1}");
    counting.sendText(Topics.PAGE_VIEWS, "k", "{\"site\":\"demo\",\"day\":\"2096-11-21\"}");

    assertThat(counting.rejected()).extracting(RejectedEvent::subject).containsOnly("demo");
    assertThat(counting.days()).hasSize(1);
    assertThat(counting.day("demo", "2026-11-21").ledger().rejected())
        .isEqualTo(Map.of(Reason.UNREADABLE, 1L));
  }

  @Test
  void timesOutOfRangeAreUnreadable() {
    String template =
        "{\"v\":1,\"id\":\"11111111-2222-3333-4444-555555555555\",\"kind\":\"view\","
            + "\"site\":\"demo\",\"day\":\"%s\",\"at\":%s,\"received\":%s,\"page\":\"/\","
            + "\"agent\":{\"device\":\"a\",\"browser\":\"b\",\"system\":\"c\"}}";
    counting.sendText(
        Topics.PAGE_VIEWS,
        "k",
        template.formatted(
            "+999999999-12-31", "\"+1000000000-12-31T23:59:59Z\"", NOON.toEpochMilli()));
    counting.sendText(Topics.PAGE_VIEWS, "k", template.formatted("2026-11-21", "-5", "-5"));

    assertThat(counting.rejected()).hasSize(2).allMatch(r -> r.reason() == Reason.UNREADABLE);
  }
}
