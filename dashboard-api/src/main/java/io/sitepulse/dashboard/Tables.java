package io.sitepulse.dashboard;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.contract.kafka.TopicTable;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.kafka.ReadBack;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** The compacted topics this module reads whole. */
final class Tables implements AutoCloseable {
  final TopicTable<Site> sites;
  final TopicTable<Poll> polls;
  final TopicTable<SiteCounters> counters;
  final TopicTable<PollTally> tallies;
  final TopicTable<Group> groups;
  final TopicTable<Target> targets;
  final TopicTable<Account> accounts;

  Tables(Properties client) {
    this.sites = new TopicTable<>(Topics.SITES, client);
    this.polls = new TopicTable<>(Topics.POLLS, client);
    this.counters = new TopicTable<>(Topics.SITE_COUNTERS, client);
    this.tallies = new TopicTable<>(Topics.POLL_TALLIES, client);
    this.groups = new TopicTable<>(Topics.GROUPS, client);
    this.targets = new TopicTable<>(Topics.TARGETS, client);
    this.accounts = new TopicTable<>(Topics.ACCOUNTS, client);
  }

  void start() {
    all().values().forEach(TopicTable::start);
  }

  void require(Readiness readiness) {
    all().forEach((name, table) -> readiness.require(name, () -> isReady(table)));
  }

  /** Those whose writers wait until they are read. */
  ReadBack addTo(ReadBack readBack) {
    return readBack
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
    all().values().forEach(TopicTable::close);
  }

  /** By the names that readiness tells. */
  private Map<String, TopicTable<?>> all() {
    return Map.of(
        "sites", sites,
        "groups", groups,
        "polls", polls,
        "targets", targets,
        "accounts", accounts,
        "counters", counters,
        "tallies", tallies);
  }

  private static boolean isReady(TopicTable<?> table) {
    CompletableFuture<Void> ready = table.ready();
    return ready.isDone() && !ready.isCompletedExceptionally();
  }
}
