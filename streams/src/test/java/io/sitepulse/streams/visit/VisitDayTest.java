package io.sitepulse.streams.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.streams.visit.VisitDay.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitDayTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  @Test
  void theFirstViewAddsAVisitorAndAVisit() {
    VisitDay.Change change = VisitDay.NONE.add(NOON);

    assertThat(change.visits()).isEqualTo(1);
    assertThat(change.visitors()).isEqualTo(1);
    assertThat(change.after().visits()).containsExactly(visit(0, 0));
  }

  @Test
  void viewsUpToThirtyMinutesApartAreOneVisit() {
    VisitDay.Change change = dayOf(0).add(minute(30));

    assertThat(change.visits()).isZero();
    assertThat(change.visitors()).isZero();
    assertThat(change.after().visits()).containsExactly(visit(0, 30));
  }

  @Test
  void aViewAfterMoreThanThirtyMinutesStartsAVisit() {
    VisitDay.Change change = dayOf(0).add(minute(30).plusMillis(1));

    assertThat(change.visits()).isEqualTo(1);
    assertThat(change.visitors()).isZero();
  }

  @Test
  void aLateViewBetweenTwoVisitsJoinsThem() {
    VisitDay.Change change = dayOf(0, 50).add(minute(25));

    assertThat(change.visits()).isEqualTo(-1);
    assertThat(change.merged()).isEqualTo(1);
    assertThat(change.after().visits()).containsExactly(visit(0, 50));
  }

  @Test
  void aLateViewBeforeAllOthersStartsAVisitInOrder() {
    VisitDay.Change change = dayOf(100, 200).add(minute(0));

    assertThat(change.visits()).isEqualTo(1);
    assertThat(change.after().visits())
        .containsExactly(visit(0, 0), visit(100, 100), visit(200, 200));
  }

  @Test
  void aLateViewExtendsAVisitBackwards() {
    assertThat(dayOf(100).add(minute(80)).after().visits()).containsExactly(visit(80, 100));
  }

  @Test
  void visitsCloserThanTheGapAreRefused() {
    assertThatThrownBy(() -> new VisitDay(List.of(visit(0, 10), visit(40, 50))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrderOfArrivalDoesNotChangeTheVisits() {
    var random = new Random(20261121);
    for (int round = 0; round < 500; round++) {
      List<Long> views = new ArrayList<>();
      int size = 1 + random.nextInt(40);
      for (int i = 0; i < size; i++) {
        views.add((long) random.nextInt(24 * 60 * 60) * 1000);
      }
      int expected = recount(views);
      Collections.shuffle(views, random);

      assertThat(sumOfChanges(views)).isEqualTo(expected);
    }
  }

  @Test
  void visitsAreSerializedInBothDirections() {
    var serde = new VisitDaySerde();
    VisitDay day = dayOf(0, 100, 200);

    byte[] bytes = serde.serializer().serialize("", day);

    assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(day);
    assertThat(serde.deserializer().deserialize("", null)).isNull();
  }

  private static int sumOfChanges(List<Long> views) {
    int visits = 0;
    VisitDay day = VisitDay.NONE;
    for (long view : views) {
      VisitDay.Change change = day.add(Instant.ofEpochMilli(view));
      visits += change.visits();
      day = change.after();
    }
    assertThat(day.visits()).hasSize(visits);
    return visits;
  }

  /** Applies the definition: sort the views and count the gaps. */
  private static int recount(List<Long> views) {
    var sorted = views.stream().sorted().toList();
    int visits = 1;
    for (int i = 1; i < sorted.size(); i++) {
      visits += sorted.get(i) - sorted.get(i - 1) > Duration.ofMinutes(30).toMillis() ? 1 : 0;
    }
    return visits;
  }

  private static VisitDay dayOf(int... minutes) {
    VisitDay day = VisitDay.NONE;
    for (int minute : minutes) {
      day = day.add(minute(minute)).after();
    }
    return day;
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static Visit visit(int first, int last) {
    return new Visit(minute(first).toEpochMilli(), minute(last).toEpochMilli());
  }
}
