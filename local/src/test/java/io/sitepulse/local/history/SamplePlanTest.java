package io.sitepulse.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplePlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate FROM = TODAY.minusYears(2);
  private static final SampleProvince PROVINCE = SampleProvince.read();

  @Test
  void thereAreFortySitesInGroups() {
    var groups = PROVINCE.groups().stream().map(SampleProvince.SampleGroup::id).toList();

    assertThat(PROVINCE.sites()).hasSize(40).extracting(SampleSite::id).doesNotHaveDuplicates();
    assertThat(PROVINCE.sites()).allMatch(site -> groups.contains(site.group()));
  }

  @Test
  void everySiteIsMarkedAsSampleData() {
    assertThat(PROVINCE.sites())
        .allMatch(site -> site.site(FROM, TODAY, PROVINCE.sites()).sample());
  }

  @Test
  void theSamePlanIsMadeEachTime() {
    SampleSite site = PROVINCE.sites().get(0);

    assertThat(days(site)).isEqualTo(days(site)).hasSize(731);
  }

  @Test
  void aSiteThatWasTakenOverEndsTheDayBefore() {
    SampleSite old = sampleSite("huyen-cu");
    var successor = sampleSite("phuong-bentre").site(FROM, TODAY, PROVINCE.sites());

    var days = days(old);

    LocalDate taken = successor.predecessors().get(0).from();
    assertThat(days.get(days.size() - 1).day()).isEqualTo(taken.minusDays(1));
  }

  @Test
  void aSiteThatWentLiveLaterHasNoDaysBefore() {
    assertThat(days(sampleSite("xa-myduc")).get(0).day()).isEqualTo(TODAY.minusMonths(16));
  }

  @Test
  void sundaysAreQuieterThanMondays() {
    var days = days(PROVINCE.sites().get(2));

    assertThat(average(days, 7)).isLessThan(average(days, 1) * 0.6);
  }

  private static double average(List<SamplePlan.Day> days, int weekday) {
    return days.stream()
        .filter(day -> day.day().getDayOfWeek().getValue() == weekday)
        .mapToInt(SamplePlan.Day::visits)
        .average()
        .orElse(0);
  }

  private static SampleSite sampleSite(String id) {
    return PROVINCE.sites().stream().filter(site -> site.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<SamplePlan.Day> days(SampleSite site) {
    return SamplePlan.days(site, FROM, TODAY, TODAY);
  }
}
