package io.sitepulse.dashboard.seed;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the definitions of a seed that do not exist yet. Existing ones stay unchanged, because
 * they may have been edited. Two instances that start together write the same values, and the
 * change log records each of them twice.
 */
public final class Seeder {
  private static final Logger LOG = LoggerFactory.getLogger(Seeder.class);
  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  private final Definitions definitions;
  private final MicrometerDashboardMetrics metrics;

  public Seeder(Definitions definitions, MicrometerDashboardMetrics metrics) {
    this.definitions = definitions;
    this.metrics = metrics;
  }

  /**
   * Writes the missing definitions and retries until Kafka accepts them. Blocks, so it must not run
   * on an event loop. The tables must have been read completely.
   *
   * @throws InterruptedException if the process ends meanwhile
   */
  public void seed(Seed seed, SeedTables known) throws InterruptedException {
    int groups =
        writeMissing(seed.groups(), Group::id, known.groups(), Topics.GROUPS, "group.seed");
    int sites = writeMissing(seed.sites(), Site::id, known.sites(), Topics.SITES, "site.seed");
    int polls = writeMissing(seed.polls(), Poll::id, known.polls(), Topics.POLLS, "poll.seed");
    int targets =
        writeMissing(seed.targets(), Target::id, known.targets(), Topics.TARGETS, "target.seed");
    metrics.definitionsSeeded(groups + sites + polls + targets);
    LOG.atInfo()
        .addKeyValue(LogKeys.GROUPS, groups)
        .addKeyValue(LogKeys.SITES, sites)
        .addKeyValue(LogKeys.POLLS, polls)
        .addKeyValue(LogKeys.TARGETS, targets)
        .log("wrote seed definitions");
  }

  private <V> int writeMissing(
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
        LOG.atWarn().addKeyValue(LogKeys.ID, id).log("cannot write seed definition yet, retrying");
        Thread.sleep(RETRY_DELAY.toMillis());
      }
    }
  }
}
