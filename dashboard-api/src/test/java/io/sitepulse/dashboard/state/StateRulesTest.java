package io.sitepulse.dashboard.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.state.SiteState.State;
import io.sitepulse.dashboard.state.SiteState.Traffic;
import io.sitepulse.dashboard.state.StateRules.Signals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateRulesTest {
  /** 12:00 in Vietnam. */
  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Site SITE = Site.of("demo", Site.DEFAULT_ZONE);
  private static final Map<Integer, Long> HUNDREDS = Map.of(7, 90L, 14, 110L, 21, 100L, 28, 100L);

  @Test
  void aSiteThatNeverSentAnythingDoesNotCount() {
    assertThat(StateRules.of(SITE, null, NOW)).isEqualTo(State.NEVER);
  }

  @Test
  void aSiteWithImportedDaysOnlyDoesNotCountAndIsNotUnknown() {
    var imported = new Signals(null, null, Instant.EPOCH, TODAY.minusYears(1), HUNDREDS);
    assertThat(StateRules.of(SITE, imported, NOW)).isEqualTo(State.IMPORTED);
    assertThat(imported.lastSignal(SITE)).isNull();
  }

  @Test
  void aSiteThatOnlyRobotsSawDoesNotCount() {
    var robots = new Signals(TODAY, null, NOW, TODAY, Map.of());
    assertThat(StateRules.of(SITE, robots, NOW)).isEqualTo(State.VIEWLESS);
    assertThat(robots.lastSignal(SITE)).isEqualTo(NOW);
    var lately = new Signals(TODAY, TODAY.minusDays(2), NOW, TODAY.minusYears(1), HUNDREDS);
    assertThat(StateRules.of(SITE, lately, NOW)).isEqualTo(State.SILENT);
  }

  @Test
  void anArchivedSiteIsNeitherSilentNorCounting() {
    Site archived = SITE.toBuilder().archived(true).build();
    assertThat(StateRules.of(archived, null, NOW)).isEqualTo(State.ARCHIVED);
  }

  @Test
  void aSiteIsSilentAfterAWholeLocalDayWithoutSignal() {
    assertThat(state(TODAY.minusDays(2), Map.of())).isEqualTo(State.SILENT);
    assertThat(state(TODAY.minusDays(1), Map.of())).isEqualTo(State.COUNTING);
    Instant beforeMidnight = Instant.parse("2026-11-21T16:59:59Z");
    Instant midnight = Instant.parse("2026-11-21T17:00:00Z");
    Signals yesterday = signals(TODAY.minusDays(1), TODAY.minusYears(1), Map.of());
    assertThat(StateRules.of(SITE, yesterday, beforeMidnight)).isEqualTo(State.COUNTING);
    assertThat(StateRules.of(SITE, yesterday, midnight)).isEqualTo(State.SILENT);
  }

  @Test
  void fallsAndJumpsAreAgainstTheSameWeekday() {
    assertThat(state(with(HUNDREDS, 49))).isEqualTo(State.FELL);
    assertThat(state(with(HUNDREDS, 50))).isEqualTo(State.COUNTING);
    assertThat(state(with(HUNDREDS, 200))).isEqualTo(State.COUNTING);
    assertThat(state(with(HUNDREDS, 201))).isEqualTo(State.ROSE);
    assertThat(state(HUNDREDS)).as("none at all").isEqualTo(State.FELL);
  }

  @Test
  void littleTrafficNeitherFallsNorJumps() {
    var few = Map.of(7, 19L, 14, 19L, 21, 19L, 28, 19L);
    assertThat(state(with(few, 0))).isEqualTo(State.COUNTING);
    assertThat(state(with(few, 1_000))).isEqualTo(State.COUNTING);
  }

  @Test
  void daysBeforeTheFirstOneAreNotUsual() {
    Signals young = signals(TODAY, TODAY.minusDays(16), Map.of(0, 10L, 7, 90L, 14, 110L));
    assertThat(StateRules.yesterday(SITE, young, NOW))
        .isEqualTo(new Traffic(TODAY.minusDays(1), 10, 100.0));
    assertThat(StateRules.of(SITE, young, NOW)).isEqualTo(State.FELL);

    Signals newborn = signals(TODAY, TODAY.minusDays(9), Map.of(0, 10L, 7, 90L));
    assertThat(StateRules.yesterday(SITE, newborn, NOW).usual()).isNull();
    assertThat(StateRules.of(SITE, newborn, NOW)).isEqualTo(State.COUNTING);
  }

  @Test
  void aDayThatIsWrittenAgainLaterHadItsLastSignalBeforeItsEnd() {
    Signals late = signals(TODAY.minusDays(5), TODAY.minusDays(5), Map.of());
    assertThat(late.lastSignal(SITE)).isEqualTo(Instant.parse("2026-11-16T17:00:00Z"));
    Signals now = signals(TODAY, TODAY, Map.of());
    assertThat(now.lastSignal(SITE)).isEqualTo(NOW);
  }

  private static State state(Map<Integer, Long> views) {
    return state(TODAY, views);
  }

  private static State state(LocalDate lastDay, Map<Integer, Long> views) {
    return StateRules.of(SITE, signals(lastDay, TODAY.minusYears(1), views), NOW);
  }

  private static Signals signals(LocalDate lastDay, LocalDate firstDay, Map<Integer, Long> views) {
    return new Signals(lastDay, lastDay, NOW, firstDay, views);
  }

  private static Map<Integer, Long> with(Map<Integer, Long> views, long yesterday) {
    var all = new HashMap<>(views);
    all.put(0, yesterday);
    return all;
  }
}
