package io.sitepulse.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteBatchTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Map<String, Site> definitions =
      Stream.concat(
              Stream.of("a", "b", "c").map(id -> Site.of(id, Site.DEFAULT_ZONE)),
              Stream.of(Site.of("utc", ZoneId.of("UTC"))))
          .collect(Collectors.toMap(Site::id, site -> site));

  @Test
  void sitesOfOneZoneAndTheSameDaysAreABatch() {
    var ranges = List.of(range("a", 2), range("b", 2), range("utc", 2), range("c", 1));

    assertThat(SiteBatch.of(ranges, definitions))
        .containsExactly(batch(2, "a", "b"), batch(2, "utc"), batch(1, "c"));
  }

  @Test
  void aBatchHasALimitOfSites() {
    var many =
        IntStream.range(0, SiteBatch.MAX_SITES + 1)
            .mapToObj(i -> Site.of("s" + i, Site.DEFAULT_ZONE))
            .collect(Collectors.toMap(Site::id, site -> site));
    var ranges = many.keySet().stream().map(id -> range(id, 1)).toList();

    assertThat(SiteBatch.of(ranges, many))
        .extracting(batch -> batch.sites().size())
        .containsExactly(SiteBatch.MAX_SITES, 1);
  }

  @Test
  void sitesAreTogetherUpToTheLimitOfEvents() {
    var events = Map.of(day("a", 0), 40L, day("a", 1), 10L, day("b", 0), 50L, day("c", 1), 1L);

    assertThat(batch(2, "a", "b", "c").split(events, 100))
        .containsExactly(batch(2, "a", "b"), batch(2, "c"));
    assertThat(batch(2, "a", "b", "c").split(Map.of(), 100))
        .containsExactly(batch(2, "a", "b", "c"));
  }

  @Test
  void aLargeSiteIsSplitBetweenItsDays() {
    var events = Map.of(day("a", 0), 90L, day("a", 1), 200L, day("b", 0), 5L);

    assertThat(batch(2, "a", "b").split(events, 100))
        .containsExactlyInAnyOrder(
            new SiteBatch(sites("a"), DAY, DAY),
            new SiteBatch(sites("a"), DAY.plusDays(1), DAY.plusDays(1)),
            batch(2, "b"));
  }

  @Test
  void daysAreThoseOfAllSites() {
    assertThat(batch(3, "a", "b").days()).isEqualTo(6);
    assertThat(batch(3, "a", "b").single()).containsExactly(batch(3, "a"), batch(3, "b"));
  }

  private SiteBatch batch(int days, String... ids) {
    return new SiteBatch(sites(ids), DAY, DAY.plusDays(days - 1));
  }

  private List<Site> sites(String... ids) {
    return Stream.of(ids).map(definitions::get).toList();
  }

  private static DayRange range(String site, int days) {
    return new DayRange(site, DAY, DAY.plusDays(days - 1));
  }

  private static DayKey day(String site, int after) {
    return new DayKey(site, DAY.plusDays(after));
  }
}
