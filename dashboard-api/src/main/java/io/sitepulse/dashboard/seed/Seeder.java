package io.sitepulse.dashboard.seed;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings new definitions of a seed into Kafka. What is there already stays as it is, whatever the
 * seed says: people have changed it since. Two instances that start together write the same values,
 * and the log of changes has each of them twice.
 */
public final class Seeder {
  private static final Logger LOG = LoggerFactory.getLogger(Seeder.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Definitions definitions;
  private final DashboardMetrics metrics;

  public Seeder(Definitions definitions, DashboardMetrics metrics) {
    this.definitions = definitions;
    this.metrics = metrics;
  }

  /**
   * Writes what is new, waiting for Kafka however long that takes: not for an event loop. The
   * tables must have been read whole before.
   *
   * @throws InterruptedException if the process ends meanwhile
   */
  public void plant(Seed seed, SeedTables known) throws InterruptedException {
    int groups = plant(seed.groups(), Group::id, known.groups(), Topics.GROUPS, "group.seed");
    int sites = plant(seed.sites(), Site::id, known.sites(), Topics.SITES, "site.seed");
    int polls = plant(seed.polls(), Poll::id, known.polls(), Topics.POLLS, "poll.seed");
    int targets = plant(seed.targets(), Target::id, known.targets(), Topics.TARGETS, "target.seed");
    metrics.definitionsSeeded(groups + sites + polls + targets);
    LOG.atInfo()
        .addKeyValue("groups", groups)
        .addKeyValue("sites", sites)
        .addKeyValue("polls", polls)
        .addKeyValue("targets", targets)
        .log("seed planted");
  }

  private <V> int plant(
      List<V> seeds, Function<V, String> id, TopicTable<V> known, Topic<V> topic, String action)
      throws InterruptedException {
    int written = 0;
    for (V seed : seeds) {
      if (known.get(id.apply(seed)).isEmpty()) {
        write(topic, id.apply(seed), seed, action);
        written++;
      }
    }
    return written;
  }

  private <V> void write(Topic<V> topic, String id, V value, String action)
      throws InterruptedException {
    for (boolean done = false; !done; ) {
      try {
        definitions
            .put(topic, id, null, value, Author.SEED, action)
            .toCompletionStage()
            .toCompletableFuture()
            .get();
        done = true;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof ProblemException)) {
          throw new IllegalStateException("cannot write to " + topic.name(), e.getCause());
        }
        LOG.atWarn().addKeyValue("id", id).log("seed not written yet");
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }
}
