package io.sitepulse.contract.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.validation.FieldViolationException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of {@link Period} for texts that are one, nearly one, or none. */
class PeriodPropertiesTest {
  private static final String SEED = "20261129";

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "2026",
            "2024",
            "0000",
            "0001",
            "9999",
            "-",
            "-0",
            "-1",
            "W",
            "Q",
            "H",
            "01",
            "02",
            "11",
            "12",
            "13",
            "28",
            "29",
            "31",
            "53",
            "00",
            "..",
            "..2026-01-05",
            "2026-01-05",
            "٣",
            " ",
            "\n",
            "+1")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 200_000)
        .map(day -> LocalDate.of(1970, 1, 1).plusDays(day));
  }

  @Property(tries = 20_000, seed = SEED)
  void aTextIsAPeriodOrAFaultThatNamesTheForms(@ForAll("texts") String text) {
    Period period;
    try {
      period = Period.parse(text);
    } catch (FieldViolationException e) {
      assertThat(e.field()).isEqualTo("period");
      assertThat(e).hasMessageContaining("must be");
      return;
    }
    assertThat(Period.parse(period.toString())).isEqualTo(period);
    compare(period, period.from());
  }

  @Property(tries = 5_000, seed = SEED)
  void thePeriodOfADayHasItsTextAndItsNeighbours(
      @ForAll PeriodKind kind, @ForAll("days") LocalDate day, @ForAll("days") LocalDate today) {
    Period period = Period.of(kind, day);

    assertThat(period.contains(day)).isTrue();
    assertThat(Period.parse(period.toString())).isEqualTo(period);
    assertThat(period.previous().to()).isEqualTo(period.from().minusDays(1));
    compare(period, today);
  }

  private static void compare(Period period, LocalDate today) {
    for (Comparison comparison : Comparison.values()) {
      period
          .comparedBy(comparison, today)
          .ifPresent(other -> assertThat(other.from()).isBefore(period.from()));
    }
  }

  @Property(tries = 2_000, seed = SEED)
  void aLongerTextIsNoPeriod(@ForAll("days") LocalDate day) {
    assertThatThrownBy(() -> Period.parse(day + "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
