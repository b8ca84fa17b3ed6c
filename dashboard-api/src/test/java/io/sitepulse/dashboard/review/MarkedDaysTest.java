package io.sitepulse.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.note.DayMark;
import io.sitepulse.dashboard.review.document.Review;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holidays and notes in a review. */
class MarkedDaysTest {
  private static final DayMark TET =
      new DayMark(DayMark.Kind.HOLIDAY, day("02-16"), day("02-20"), "Tết Nguyên đán", null, null);
  private static final DayMark NEW_YEAR =
      new DayMark(DayMark.Kind.HOLIDAY, day("01-01"), day("01-01"), "Tết Dương lịch", null, null);

  private final Specimen specimen = new Specimen();

  @Test
  void theLowestDayHasItsHolidayAndNotes() {
    LocalDate lowest = lowest();
    specimen.marks =
        List.of(
            holiday("Ngày lễ", lowest),
            note("Cúp điện", lowest, null, null),
            note("Một đơn vị thôi", lowest, "Sở Y tế", null),
            note("Hôm khác", lowest.plusDays(1), null, null));
    assertThat(section("course").paragraphs().get(0))
        .contains("/2026 (Ngày lễ, Cúp điện) với ")
        .doesNotContain("thôi", "Hôm khác");
  }

  @Test
  void aNoteThatWasWrittenAfterThePeriodSaysSo() {
    specimen.marks = List.of(note("Cúp điện", lowest(), null, LocalDate.parse("2026-07-03")));
    assertThat(section("course").paragraphs().get(0))
        .contains("(Cúp điện – ghi sau kỳ, ngày 03/07/2026)");
    specimen.language = Language.EN;
    assertThat(section("course").paragraphs().get(0))
        .contains("(Cúp điện – noted after the period, on 3 July 2026)");
  }

  @Test
  void aFallHasTheNotesAndTheHolidaysWithMoreDaysThanBefore() {
    specimen.period = Period.parse("2026-02");
    specimen.marks =
        List.of(
            TET,
            note("Cúp điện", day("02-25"), null, null),
            note("Một đơn vị thôi", day("02-25"), "Sở Y tế", null));
    assertThat(section("overview").paragraphs()).noneMatch(text -> text.contains("mức giảm"));
    specimen.before = new DaySums(6_000_000, 3_000_000, 2_000_000, 1);
    // Of Tết of 2025 only the last day was in February.
    assertThat(section("overview").paragraphs())
        .contains(
            "Ngày lễ, ghi chú trong kỳ có thể liên quan đến mức giảm: Tết Nguyên đán, từ ngày"
                + " 16/02/2026 đến ngày 20/02/2026; Cúp điện, ngày 25/02/2026.");
  }

  @Test
  void aHolidayOfBothPeriodsExplainsNoFall() {
    specimen.before = new DaySums(6_000_000, 3_000_000, 2_000_000, 1);
    specimen.marks = List.of(NEW_YEAR, TET);
    assertThat(section("overview").paragraphs()).noneMatch(text -> text.contains("mức giảm"));
  }

  @Test
  void holidaysAndNotesAreATable() {
    specimen.marks = List.of(NEW_YEAR, TET);
    assertThat(table().columns()).hasSize(3);
    assertThat(table().rows())
        .containsExactly(
            List.of(day("01-01"), day("01-01"), "Tết Dương lịch"),
            List.of(day("02-16"), day("02-20"), "Tết Nguyên đán"));
    specimen.marks = List.of(note("Cúp điện", day("02-25"), "Sở Y tế", null));
    assertThat(table().rows())
        .containsExactly(List.of(day("02-25"), day("02-25"), "Cúp điện", "Sở Y tế"));
    specimen.marks = List.of();
    assertThat(section("course").sheets()).extracting(ExportTable::id).doesNotContain("marks");
  }

  @Test
  void manyNotesAreCountedAndNotListed() {
    specimen.marks = Collections.nCopies(32, note("Cúp điện", day("02-25"), null, null));
    assertThat(table().rows()).hasSize(30);
    assertThat(section("course").paragraphs())
        .last()
        .isEqualTo("Còn 2 ghi chú khác, xem Ghi chú theo ngày.");
  }

  private LocalDate lowest() {
    return specimen.data().timeSeries().points().stream()
        .min((one, other) -> Long.compare(one.visits(), other.visits()))
        .map(point -> LocalDate.parse(point.at()))
        .orElseThrow();
  }

  private ExportTable table() {
    return section("course").sheets().stream()
        .filter(sheet -> sheet.id().equals("marks"))
        .findFirst()
        .orElseThrow();
  }

  private Review.Section section(String id) {
    return specimen.review().sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static DayMark holiday(String text, LocalDate day) {
    return new DayMark(DayMark.Kind.HOLIDAY, day, day, text, null, null);
  }

  private static DayMark note(
      String text, LocalDate day, @Nullable String scopeName, @Nullable LocalDate entered) {
    return new DayMark(DayMark.Kind.NOTE, day, day, text, scopeName, entered);
  }

  private static LocalDate day(String monthAndDay) {
    return LocalDate.parse("2026-" + monthAndDay);
  }
}
