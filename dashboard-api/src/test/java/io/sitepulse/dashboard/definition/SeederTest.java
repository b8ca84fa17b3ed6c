package io.sitepulse.dashboard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.MeterDashboardMetrics;
import io.sitepulse.dashboard.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeederTest {
  private final List<String> written = new ArrayList<>();
  private final FakeTable<Site> sites = new FakeTable<>();
  private final FakeTable<Poll> polls = new FakeTable<>();

  @Test
  void onlyWhatIsNotThereIsWritten() throws Exception {
    sites.put("old", Samples.site("old"));
    var seed =
        new Seed(
            List.of(Samples.site("old"), Samples.site("new")),
            List.of(Samples.poll("p", Visibility.ALWAYS, true)));
    new Seeder(log(), new MeterDashboardMetrics(new SimpleMeterRegistry()))
        .plant(seed, sites, polls);
    assertThat(written).containsExactly("site new", "poll p");
  }

  @Test
  void aPollThatIsThereKeepsItsOptionsWhateverASeedSaysLater() throws Exception {
    var known = Samples.poll("p", Visibility.ALWAYS, true);
    polls.put("p", known);
    var changed =
        new Poll(
            1,
            "p",
            "demo",
            "Câu hỏi khác?",
            List.of(new Option("yes", "Có"), new Option("no", "Không")),
            1,
            false,
            null,
            null,
            false,
            Visibility.MANAGERS);
    new Seeder(log(), new MeterDashboardMetrics(new SimpleMeterRegistry()))
        .plant(new Seed(List.of(), List.of(changed)), sites, polls);
    assertThat(written).isEmpty();
    assertThat(polls.get("p")).hasValue(known);
  }

  private Seeder.DefinitionLog log() {
    return new Seeder.DefinitionLog() {
      @Override
      public void put(Site site) {
        written.add("site " + site.id());
      }

      @Override
      public void put(Poll poll) {
        written.add("poll " + poll.id());
      }
    };
  }
}
