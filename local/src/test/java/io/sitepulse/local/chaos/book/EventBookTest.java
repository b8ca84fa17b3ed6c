package io.sitepulse.local.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventBookTest {
  private static final String SITE = "one";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-29T23:59:59Z");
  private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-30T00:00:01Z");

  private final EventBook book = new EventBook(Map.of(SITE, ZoneOffset.UTC));

  @Test
  void countsThatAreThoseOfTheClientAreNoDifference() {
    send(view("a"), true, NOON);
    send(view("a"), true, NOON);
    send(view("b"), true, NOON);
    send(heartbeat(), true, NOON);
    send(bot(), true, NOON);

    assertThat(compare(day(DAY, 3, new Ledger(5, 3, 1, 0, 1, Map.of(), 0), 2))).isEmpty();
  }

  @Test
  void anEventThatIsNotCountedIsADifference() {
    send(view("a"), true, NOON);
    send(view("b"), true, NOON);

    assertThat(compare(day(DAY, 1, new Ledger(1, 1, 0, 0, 0, Map.of(), 0), 1)))
        .contains(
            "one 2026-11-29: counted views is 1, expected 2",
            "one 2026-11-29: received is 1, expected at least 2",
            "one 2026-11-29: visitors is 1, expected 2");
    assertThat(compare()).contains("one 2026-11-29: counted views is 0, expected 2");
  }

  @Test
  void aRepeatedEventIsCountedOnceAndADuplicate() {
    SentEvent event = view("a");
    send(event, true, NOON);
    send(event, true, NOON);

    assertThat(compare(day(DAY, 1, new Ledger(2, 1, 0, 1, 0, Map.of(), 0), 1))).isEmpty();
    assertThat(compare(day(DAY, 2, new Ledger(2, 2, 0, 0, 0, Map.of(), 0), 1)))
        .contains("one 2026-11-29: counted views is 2, expected 1");
  }

  @Test
  void aRequestWithoutAnAnswerMayHaveBeenAcceptedOrNot() {
    SentEvent event = view("a");
    send(event, false, NOON);
    send(event, true, NOON);

    assertThat(compare(day(DAY, 1, new Ledger(1, 1, 0, 0, 0, Map.of(), 0), 1))).isEmpty();
    assertThat(compare(day(DAY, 1, new Ledger(2, 1, 0, 1, 0, Map.of(), 0), 1))).isEmpty();
  }

  /** The producer of the collector does that when a broker is silent for some seconds. */
  @Test
  void aRequestMayBeWrittenTwiceIfItIsCountedOnce() {
    send(view("a"), true, NOON);

    assertThat(compare(day(DAY, 1, new Ledger(2, 1, 0, 1, 0, Map.of(), 0), 1))).isEmpty();
    assertThat(compare(day(DAY, 2, new Ledger(2, 2, 0, 0, 0, Map.of(), 0), 1)))
        .contains("one 2026-11-29: counted views is 2, expected 1");
  }

  @Test
  void anEventThatWasNeverAnsweredIsTold() {
    send(view("a"), false, NOON);

    assertThat(book.unacknowledged()).isEqualTo(1);
    assertThat(book.acknowledgements()).isZero();
    assertThat(compare()).isEmpty();
  }

  @Test
  void aRejectedEventIsADifference() {
    send(view("a"), true, NOON);

    assertThat(compare(day(DAY, 0, new Ledger(1, 0, 0, 0, 0, Map.of(Reason.TOO_OLD, 1L), 0), 0)))
        .contains("one 2026-11-29: rejected is 1, expected 0");
  }

  @Test
  void anEventAtMidnightIsOfEitherDayButNotOfBoth() {
    SentEvent event = view("a");
    book.sending(event, List.of(BEFORE_MIDNIGHT));
    book.answered(event, true, List.of(AFTER_MIDNIGHT));
    var one = new Ledger(1, 1, 0, 0, 0, Map.of(), 0);

    assertThat(compare(day(DAY, 1, one, 1))).isEmpty();
    assertThat(compare(day(DAY.plusDays(1), 1, one, 1))).isEmpty();
    assertThat(compare(day(DAY, 1, one, 1), day(DAY.plusDays(1), 1, one, 1)))
        .containsExactly("one: views of all days is 2, expected 1");
  }

  @Test
  void anEventOfAWrongClockIsOfItsDay() {
    Instant yesterday = NOON.minus(Duration.ofHours(25));
    SentEvent event = view("a");
    send(event, true, yesterday);
    var one = new Ledger(1, 1, 0, 0, 0, Map.of(), 0);

    assertThat(compare(day(DAY.minusDays(1), 1, one, 1))).isEmpty();
    assertThat(compare(day(DAY, 1, one, 1)))
        .contains("one 2026-11-28: counted views is 0, expected 1");

    send(event, true, NOON); // More than a day later by the collectors' clocks.
    assertThat(compare(day(DAY.minusDays(1), 1, one, 1), day(DAY, 1, one, 1))).isEmpty();
    assertThat(compare()).contains("one: views of all days is 0, expected 1 to 2");
  }

  @Test
  void aDayWithoutASentEventIsADifference() {
    assertThat(compare(day(DAY, 1, new Ledger(1, 1, 0, 0, 0, Map.of(), 0), 1)))
        .contains("one 2026-11-29: counted, and no event was sent");
  }

  private List<String> compare(SiteDay... counted) {
    return Comparison.days(book.days(), book.views(), List.of(counted));
  }

  private void send(SentEvent event, boolean accepted, Instant now) {
    book.sending(event, List.of(now));
    book.answered(event, accepted, List.of(now));
  }

  private static SentEvent view(String visitor) {
    return new SentEvent(UUID.randomUUID(), SITE, visitor, false, false);
  }

  private static SentEvent heartbeat() {
    return new SentEvent(UUID.randomUUID(), SITE, "a", true, false);
  }

  private static SentEvent bot() {
    return new SentEvent(UUID.randomUUID(), SITE, "a", false, true);
  }

  private static SiteDay day(LocalDate day, long views, Ledger ledger, long visitors) {
    return new SiteDay(
        SiteDay.VERSION, SITE, day, NOON, new DaySums(views, visitors, visitors, 0), ledger);
  }
}
