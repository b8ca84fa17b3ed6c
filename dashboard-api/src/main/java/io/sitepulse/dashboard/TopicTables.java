package io.sitepulse.dashboard;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.kafka.ReadYourWrites;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** The compacted topics this module reads whole. */
final class TopicTables implements AutoCloseable {
  final KafkaTopicTable<Site> sites;
  final KafkaTopicTable<Poll> polls;
  final KafkaTopicTable<SiteCounters> counters;
  final KafkaTopicTable<PollTally> tallies;
  final KafkaTopicTable<Group> groups;
  final KafkaTopicTable<Target> targets;
  final KafkaTopicTable<Account> accounts;

  TopicTables(Properties client) {
    this.sites = new KafkaTopicTable<>(Topics.SITES, client);
    this.polls = new KafkaTopicTable<>(Topics.POLLS, client);
    this.counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, client);
    this.tallies = new KafkaTopicTable<>(Topics.POLL_TALLIES, client);
    this.groups = new KafkaTopicTable<>(Topics.GROUPS, client);
    this.targets = new KafkaTopicTable<>(Topics.TARGETS, client);
    this.accounts = new KafkaTopicTable<>(Topics.ACCOUNTS, client);
  }

  void start() {
    all().values().forEach(KafkaTopicTable::start);
  }

  void require(Readiness readiness) {
    all().forEach((name, table) -> readiness.require(name, () -> isReady(table)));
  }

  /** Those whose writers wait until they are read. */
  ReadYourWrites addTo(ReadYourWrites readYourWrites) {
    return readYourWrites
        .of(Topics.SITES, sites)
        .of(Topics.GROUPS, groups)
        .of(Topics.POLLS, polls)
        .of(Topics.TARGETS, targets)
        .of(Topics.ACCOUNTS, accounts);
  }

  /** Completes once all definitions there were at the start are known. */
  CompletableFuture<Void> definitionsKnown() {
    return CompletableFuture.allOf(
        sites.ready(), groups.ready(), polls.ready(), targets.ready(), accounts.ready());
  }

  @Override
  public void close() {
    all().values().forEach(KafkaTopicTable::close);
  }

  /** By the names that readiness tells. */
  private Map<String, KafkaTopicTable<?>> all() {
    return Map.of(
        "sites", sites,
        "groups", groups,
        "polls", polls,
        "targets", targets,
        "accounts", accounts,
        "counters", counters,
        "tallies", tallies);
  }

  private static boolean isReady(KafkaTopicTable<?> table) {
    CompletableFuture<Void> ready = table.ready();
    return ready.isDone() && !ready.isCompletedExceptionally();
  }
}
