package io.sitepulse.dashboard.report.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.succession.SiteSuccession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteSetTest {
  private static final Instant NOW = Instant.parse("2026-06-01T05:00:00Z");

  /** In group g: {@code b} took over a, {@code c} took over b. {@code z} of group h took over y. */
  private static final List<Site> SITES =
      List.of(
          site("a", "g", ""),
          site("b", "g", "a"),
          site("c", "g", "b"),
          site("y", "g", ""),
          site("z", "h", "y"));

  private static final SiteSuccession SUCCESSION = SiteSuccession.of(SITES);

  @ParameterizedTest(name = "{0}, who sees {1}: {2}")
  @CsvSource({
    "group:g, a b c y, c=cba",
    // Without the successor a viewer has a part of the group, and not none of it.
    "group:g, a,       a=a",
    "group:g, b,       b=ba",
    "group:g, a b,     b=ba",
    // The site between may be hidden. Its figures count once.
    "group:g, a c,     c=cba",
    // What another group's site took over is of the other group.
    "group:g, y,       ''",
    "group:h, z,       z=zy",
    "all,     a c,     c=cba",
    "all,     a y,     a=a y=y",
    "all,     a b c y z, c=cba z=zy",
    "site:a,  a,       a=a",
  })
  void aPredecessorIsListedIfNoneOfItsSuccessorsIsSeen(
      String scope, String visible, String expected) {
    var ids = Arrays.asList(visible.split(" "));
    Scope of = Scope.parse(scope);
    List<Site> seen =
        SITES.stream().filter(of::contains).filter(site -> ids.contains(site.id())).toList();
    assertThat(
            SiteSet.of(of, seen, SUCCESSION, NOW).parts().stream()
                .map(part -> part.site().id() + "=" + ids(part.members()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, who sees {1}: {2}")
  @CsvSource({
    "group:g, a y, 1",
    "group:g, y, 1",
    "group:g, a b c, 0",
    "group:h, z, 0",
    "all, y, 0"
  })
  void sitesThatMovedToAnotherGroupAreCounted(String scope, String visible, int moved) {
    var ids = Arrays.asList(visible.split(" "));
    Scope of = Scope.parse(scope);
    List<Site> seen = SITES.stream().filter(site -> ids.contains(site.id())).toList();
    assertThat(SiteSet.of(of, seen, SUCCESSION, NOW).movedSites(of, seen, SUCCESSION))
        .isEqualTo(moved);
  }

  private static String ids(List<Site> sites) {
    return sites.stream().map(Site::id).collect(Collectors.joining());
  }

  private static Site site(String id, String group, String predecessor) {
    return Site.builder()
        .id(id)
        .name(id)
        .group(group)
        .predecessors(
            predecessor.isEmpty()
                ? List.of()
                : List.of(new Predecessor(predecessor, LocalDate.parse("2026-03-01"), "x")))
        .build();
  }
}
