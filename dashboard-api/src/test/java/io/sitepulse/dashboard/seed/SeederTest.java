package io.sitepulse.dashboard.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.FakeDefinitions;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.runtime.kafka.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeederTest {
  private final FakeTable<Group> groups = new FakeTable<>();
  private final FakeTable<Site> sites = new FakeTable<>();
  private final FakeTable<Poll> polls = new FakeTable<>();
  private final FakeTable<Target> targets = new FakeTable<>();
  private final FakeDefinitions definitions =
      new FakeDefinitions()
          .into(Topics.GROUPS, groups)
          .into(Topics.SITES, sites)
          .into(Topics.POLLS, polls)
          .into(Topics.TARGETS, targets);

  @Test
  void onlyMissingDefinitionsAreWrittenWithTheSeedAsAuthor() throws Exception {
    sites.put("old", Samples.site("old"));
    plant(
        new Seed(
            List.of(new Group(1, "g", "G", 0)),
            List.of(Samples.site("old"), Samples.site("new")),
            List.of(Samples.poll("p", Visibility.ALWAYS, true)),
            List.of()));
    assertThat(definitions.notes)
        .containsExactly("seed group.seed g", "seed site.seed new", "seed poll.seed p");
    assertThat(sites.get("new")).isPresent();
  }

  @Test
  void anExistingPollKeepsItsOptionsWhenTheSeedChanges() throws Exception {
    var known = Samples.poll("p", Visibility.ALWAYS, true);
    polls.put("p", known);
    var changed =
        Poll.builder()
            .id("p")
            .site("demo")
            .question("Câu hỏi khác?")
            .options(List.of(new Option("yes", "Có"), new Option("no", "Không")))
            .visibility(Visibility.MANAGERS)
            .build();
    plant(new Seed(List.of(), List.of(), List.of(changed), List.of()));
    assertThat(definitions.notes).isEmpty();
    assertThat(polls.get("p")).hasValue(known);
  }

  private void plant(Seed seed) throws InterruptedException {
    new Seeder(definitions, new MicrometerDashboardMetrics(new SimpleMeterRegistry()))
        .seed(seed, new SeedTables(groups, sites, polls, targets));
  }
}
