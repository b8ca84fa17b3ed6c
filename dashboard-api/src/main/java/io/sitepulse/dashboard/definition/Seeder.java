package io.sitepulse.dashboard.definition;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardMetrics;
import io.sitepulse.dashboard.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings new definitions of a seed into Kafka. What is there already stays as it is, whatever the
 * seed says: people have changed it since. Two instances that start together write the same values.
 */
public final class Seeder {
  private static final Logger LOG = LoggerFactory.getLogger(Seeder.class);

  private final DefinitionLog definitions;
  private final DashboardMetrics metrics;

  /** Where definitions are written. */
  public interface DefinitionLog {
    /** Writes a site; back when it is durable. */
    void put(Site site) throws InterruptedException;

    /** Writes a poll; back when it is durable. */
    void put(Poll poll) throws InterruptedException;
  }

  public Seeder(DefinitionLog definitions, DashboardMetrics metrics) {
    this.definitions = definitions;
    this.metrics = metrics;
  }

  /**
   * Writes what is new. The tables must have been read whole before.
   *
   * @throws InterruptedException if the process ends meanwhile
   */
  public void plant(Seed seed, Table<Site> sites, Table<Poll> polls) throws InterruptedException {
    int newSites = 0;
    int newPolls = 0;
    for (Site site : seed.sites()) {
      if (sites.get(site.id()).isEmpty()) {
        definitions.put(site);
        newSites++;
      }
    }
    for (Poll poll : seed.polls()) {
      if (polls.get(poll.id()).isEmpty()) {
        definitions.put(poll);
        newPolls++;
      }
    }
    metrics.definitionsSeeded(newSites, newPolls);
    LOG.atInfo().addKeyValue("sites", newSites).addKeyValue("polls", newPolls).log("seed planted");
  }
}
