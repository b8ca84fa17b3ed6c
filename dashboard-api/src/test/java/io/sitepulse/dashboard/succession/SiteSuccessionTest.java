package io.sitepulse.dashboard.succession;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteSuccessionTest {
  /** {@code new} took over a on 1 March and b on 1 May. The province takes over new on 1 July. */
  private static final List<Site> SITES =
      List.of(
          site("a"),
          site("b"),
          site("new", "a 2026-03-01", "b 2026-05-01"),
          site("province", "new 2026-07-01"));

  @ParameterizedTest(name = "{0}: {1} is {2}, listed {3}")
  @CsvSource({
    "2026-02-28T16:59:59.999Z, new,      new,            true",
    "2026-02-28T17:00:00Z,     new,      new a,          true",
    "2026-02-28T16:59:59.999Z, a,        a,              true",
    "2026-02-28T17:00:00Z,     a,        a,              false",
    "2026-04-30T17:00:00Z,     new,      new a b,        true",
    "2026-04-30T17:00:00Z,     province, province,       true",
    "2026-06-30T17:00:00Z,     province, province new a b, true",
    "2026-06-30T17:00:00Z,     new,      new a b,        false",
    "2026-06-30T17:00:00Z,     b,        b,              false",
  })
  void aSiteIncludesThePredecessorsItHasTakenOver(
      Instant now, String id, String members, boolean listed) {
    SiteSuccession siteSuccession = SiteSuccession.of(SITES);
    Site site = SITES.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    assertThat(ids(siteSuccession, site, now)).containsExactly(members.split(" "));
    assertThat(siteSuccession.isListed(site, now)).isEqualTo(listed);
  }

  @Test
  void untilADayItKnowsNoLaterMerger() {
    Instant now = Instant.parse("2026-12-01T00:00:00Z");
    Site merged = SITES.get(2);
    SiteSuccession april = SiteSuccession.of(SITES).until(LocalDate.parse("2026-04-30"));
    SiteSuccession may = SiteSuccession.of(SITES).until(LocalDate.parse("2026-05-01"));

    assertThat(ids(april, merged, now)).containsExactly("new", "a");
    assertThat(april.isListed(SITES.get(1), now)).isTrue();
    assertThat(april.isListed(merged, now)).isTrue();
    assertThat(april.successor("new")).isEmpty();
    assertThat(ids(may, merged, now)).containsExactly("new", "a", "b");
  }

  @Test
  void theDayIsLocalToTheSuccessor() {
    var far =
        Site.builder()
            .id("far")
            .name("Far")
            .zone(ZoneId.of("Pacific/Auckland"))
            .predecessors(List.of(new Predecessor("a", LocalDate.parse("2026-03-01"), "x")))
            .build();
    SiteSuccession siteSuccession = SiteSuccession.of(List.of(far, site("a")));
    assertThat(ids(siteSuccession, far, Instant.parse("2026-02-28T10:59:59Z")))
        .containsExactly("far");
    assertThat(ids(siteSuccession, far, Instant.parse("2026-02-28T11:00:00Z")))
        .containsExactly("far", "a");
  }

  @Test
  void aFutureSuccessorIsKnownAndNotYetEffective() {
    SiteSuccession siteSuccession = SiteSuccession.of(SITES);
    Instant now = Instant.parse("2026-04-01T00:00:00Z");
    assertThat(siteSuccession.successor("b"))
        .hasValueSatisfying(s -> assertThat(s.site()).isEqualTo("new"));
    assertThat(siteSuccession.successor("b", now)).isEmpty();
    assertThat(siteSuccession.successor("a", now)).isPresent();
    assertThat(siteSuccession.successorChain("b")).containsExactly("b", "new", "province");
  }

  @Test
  void contradictingDefinitionsNeverCountASiteTwice() {
    Instant now = Instant.parse("2026-12-01T00:00:00Z");
    var circle = List.of(site("x", "y 2026-01-02"), site("y", "x 2026-01-01"));
    SiteSuccession round = SiteSuccession.of(circle);
    assertThat(ids(round, circle.get(0), now)).containsExactly("x");
    assertThat(ids(round, circle.get(1), now)).containsExactly("y", "x");
    var both =
        List.of(site("a"), site("s", "a 2026-02-01", "gone 2026-01-01"), site("t", "a 2026-01-01"));
    SiteSuccession twice = SiteSuccession.of(both);
    assertThat(ids(twice, both.get(1), now)).containsExactly("s");
    assertThat(ids(twice, both.get(2), now)).containsExactly("t", "a");
  }

  @ParameterizedTest(name = "{0} takes over {1}: {2}")
  @CsvSource({
    "a,        a,        another site",
    "province, a,        already taken over by new",
    "a,        new,      already taken over by province",
    "a,        province, cycle",
    "b,        other,    ''",
    "new,      a,        ''",
    "new,      made-up,  samples",
  })
  void contradictionsAreRefused(String successor, String predecessor, String words) {
    var made = Site.builder().id("made-up").name("M").sample(true).build();
    var all = Stream.concat(SITES.stream(), Stream.of(site("other"), made)).toList();
    var refusal = SiteSuccession.of(all).violation(find(all, successor), find(all, predecessor));
    assertThat(refusal.map(FieldViolationException::sentence).orElse("")).contains(words);
    assertThat(refusal.isEmpty()).isEqualTo(words.isEmpty());
  }

  private static Site find(List<Site> all, String id) {
    return all.stream().filter(site -> site.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(SiteSuccession siteSuccession, Site site, Instant now) {
    return siteSuccession.members(site, now).stream().map(Site::id).toList();
  }

  private static Site site(String id, String... predecessors) {
    var taken =
        Stream.of(predecessors)
            .map(text -> text.split(" "))
            .map(parts -> new Predecessor(parts[0], LocalDate.parse(parts[1]), "x"))
            .toList();
    return Site.builder().id(id).name(id).predecessors(taken).build();
  }
}
