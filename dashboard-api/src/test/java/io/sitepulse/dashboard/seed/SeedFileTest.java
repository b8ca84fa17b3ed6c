package io.sitepulse.dashboard.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Baseline;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeedFileTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void theShippedSeedHasTheDemoSiteAndPollsInEveryState() {
    Seed seed = SeedFile.shipped();
    assertThat(seed.sites())
        .singleElement()
        .satisfies(
            site -> {
              assertThat(site.id()).isEqualTo("demo");
              assertThat(site.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
              assertThat(site.baseline()).extracting(Baseline::visits).isEqualTo(675_828L);
            });
    Map<String, Poll> polls =
        seed.polls().stream().collect(Collectors.toMap(Poll::id, Function.identity()));
    assertThat(polls.get("website-content")).extracting(p -> p.options().size()).isEqualTo(3);
    assertThat(polls.values()).extracting(poll -> poll.phaseAt(NOW)).contains(Phase.values());
    assertThat(polls.values()).extracting(Poll::visibility).contains(Visibility.values());
  }

  @Test
  void allErrorsAreReportedTogetherWithTheirPositions() {
    assertThatThrownBy(
            () ->
                SeedFile.parse(
                    "my.yaml",
                    """
                    sites:
                      - id: ok
                      - id: "No Good"
                      - id: moon
                        zone: Moon/Crater
                      - id: typo
                        orgins: []
                      - id: offset
                        zone: GMT+7
                    polls:
                      - id: p
                        site: ok
                        question: "?"
                        options: [{id: a, label: A}]
                      - id: q
                        site: ok
                        question: "?"
                        options: [{id: a, label: A}, {id: b, label: B}]
                        visibility: sometimes
                      - id: r
                        site: ok
                        question: "?"
                        options: [{id: a, label: A}, {id: b, label: B, lable: C}]
                    targets:
                      - id: t
                        scope: nowhere
                        metric: visits
                        period: 2026
                        value: 5
                        enteredBy: me
                    more: 1
                    """))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("my.yaml")
        .hasMessageContaining("sites[1]: site must match")
        .hasMessageContaining("sites[2].zone: ")
        .hasMessageContaining("sites[4].zone: must be the IANA name")
        .hasMessageContaining("sites[3].orgins: is not a known field")
        .hasMessageContaining("polls[0]: options must be 2 to 50")
        .hasMessageContaining("polls[1].visibility: cannot be 'sometimes'")
        .hasMessageContaining("polls[2].options[1].lable: is not a known field")
        .hasMessageContaining("targets[0].scope: scope must be")
        .hasMessageContaining("more is not a known field");
  }

  @Test
  void duplicateIdsAreReported() {
    assertThatThrownBy(() -> SeedFile.parse("s", "sites: [{id: a}, {id: a}]"))
        .hasMessageContaining("id a is used twice");
  }

  @Test
  void groupsTargetsAndPredecessorsAreRead() {
    Seed seed =
        SeedFile.parse(
            "s",
            """
            groups: [{id: so, name: Khối sở}]
            sites:
              - {id: a, group: so, sample: true}
              - {id: b, predecessors: [{site: a, from: 2026-07-01, enteredBy: me}]}
            targets:
              - {id: t, scope: "group:so", metric: visits, period: 2026, value: 10, enteredBy: me}
            """);
    assertThat(seed.groups()).singleElement().satisfies(g -> assertThat(g.name()).isNotBlank());
    assertThat(seed.sites().get(0).sample()).isTrue();
    assertThat(seed.sites().get(1).predecessors()).hasSize(1);
    assertThat(seed.targets()).singleElement().satisfies(t -> assertThat(t.value()).isEqualTo(10));
  }

  @Test
  void aSiteOfAnUnknownGroupIsReported() {
    assertThatThrownBy(() -> SeedFile.parse("s", "sites: [{id: a, group: so}]"))
        .hasMessageContaining("sites: a names an unknown group");
  }

  @Test
  void anEmptyFileHasNoDefinitions() {
    assertThat(SeedFile.parse("s", "").sites()).isEmpty();
    assertThat(SeedFile.parse("s", "polls:\n").polls()).isEmpty();
  }

  @Test
  void invalidYamlAndMissingFilesAreReported() {
    assertThatThrownBy(() -> SeedFile.parse("s", "sites: [")).isInstanceOf(SeedException.class);
    assertThatThrownBy(() -> SeedFile.parse("s", "- a")).isInstanceOf(SeedException.class);
    assertThatThrownBy(() -> SeedFile.read(Path.of("nowhere.yaml")))
        .hasMessageContaining("nowhere.yaml");
  }
}
