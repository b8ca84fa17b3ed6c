package io.sitepulse.dashboard.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.http.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "2020-01-25",
    "2021-02-12",
    "2022-02-01",
    "2023-01-22",
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
    "2027-02-06"
  })
  void tetIsTheEveAndTheFirstFourDaysOfTheLunarYear(LocalDate first) {
    assertThat(Holidays.between(first, first))
        .containsExactly(
            new Holiday(
                first.minusDays(1), first.plusDays(3), "Tết Nguyên đán", "Lunar New Year (Tết)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26"})
  void hungKingsDayIsTheTenthOfTheThirdLunarMonth(LocalDate day) {
    assertThat(names(day, day)).containsExactly("Giỗ Tổ Hùng Vương");
  }

  @Test
  void aYearHasSixHolidaysInOrder() {
    assertThat(names(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")))
        .containsExactly(
            "Tết Dương lịch",
            "Tết Nguyên đán",
            "Giỗ Tổ Hùng Vương",
            "Ngày Chiến thắng 30/4",
            "Quốc tế Lao động 1/5",
            "Quốc khánh 2/9");
  }

  @Test
  void allYearsFrom2015To2035AreListed() {
    for (int year = 2015; year <= 2035; year++) {
      assertThat(names(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))).hasSize(6);
    }
  }

  @Test
  void aHolidayThatBeganBeforeIsFoundByItsLastDay() {
    LocalDate last = LocalDate.parse("2026-02-20");
    assertThat(names(last, last.plusDays(20))).containsExactly("Tết Nguyên đán");
    assertThat(names(last.plusDays(1), last.plusDays(20))).isEmpty();
  }

  private static List<String> names(LocalDate from, LocalDate to) {
    return Holidays.between(from, to).stream().map(holiday -> holiday.name(Language.VI)).toList();
  }
}
