package io.sitepulse.dashboard;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.kafka.KafkaDefinitions;
import io.sitepulse.dashboard.kafka.ReadYourWrites;
import io.sitepulse.dashboard.kafka.RejectedRecords;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.seed.SeedTables;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/** The compacted topics that this module keeps in memory. */
final class TopicTables implements AutoCloseable {
  private final KafkaTopicTable<Site> sites;
  private final KafkaTopicTable<Poll> polls;
  private final KafkaTopicTable<SiteCounters> counters;
  private final KafkaTopicTable<PollTally> tallies;
  private final KafkaTopicTable<Group> groups;
  private final KafkaTopicTable<Target> targets;
  private final KafkaTopicTable<DayNote> notes;
  private final KafkaTopicTable<Account> accounts;
  private final KafkaTopicTable<IssuedReview> issuedReviews;

  TopicTables(Properties client) {
    this.sites = new KafkaTopicTable<>(Topics.SITES, client);
    this.polls = new KafkaTopicTable<>(Topics.POLLS, client);
    this.counters = new KafkaTopicTable<>(Topics.SITE_COUNTERS, client);
    this.tallies = new KafkaTopicTable<>(Topics.POLL_TALLIES, client);
    this.groups = new KafkaTopicTable<>(Topics.GROUPS, client);
    this.targets = new KafkaTopicTable<>(Topics.TARGETS, client);
    this.notes = new KafkaTopicTable<>(Topics.DAY_NOTES, client);
    this.accounts = new KafkaTopicTable<>(Topics.ACCOUNTS, client, Account::replaces);
    this.issuedReviews =
        new KafkaTopicTable<>(Topics.ISSUED_REVIEWS, client, (next, present) -> false);
  }

  /** Restores accounts whose last record was rejected. Call it before {@link #start}. */
  void restoreAccounts(Vertx vertx, KafkaDefinitions definitions) {
    new RejectedRecords<>(
            vertx, Topics.ACCOUNTS, accounts, definitions, AccountService::withNextRevision)
        .watch();
  }

  void start() {
    byName().values().forEach(KafkaTopicTable::start);
  }

  /** Registers each table as a condition of readiness. One that cannot be read any more fails. */
  void addTo(Readiness readiness) {
    byName().forEach((name, table) -> readiness.require(name, table::isUpToDate));
  }

  /** Registers the tables whose writers wait until this instance has read their write. */
  ReadYourWrites addTo(ReadYourWrites readYourWrites) {
    return readYourWrites
        .of(Topics.SITES, sites)
        .of(Topics.GROUPS, groups)
        .of(Topics.POLLS, polls)
        .of(Topics.TARGETS, targets)
        .of(Topics.DAY_NOTES, notes)
        .of(Topics.ACCOUNTS, accounts)
        .of(Topics.ISSUED_REVIEWS, issuedReviews);
  }

  /** Completes once all definitions that existed at the start have been loaded. */
  CompletableFuture<Void> definitionsLoaded() {
    return CompletableFuture.allOf(
        sites.ready(),
        groups.ready(),
        polls.ready(),
        targets.ready(),
        notes.ready(),
        accounts.ready());
  }

  /** Completes once all tables have been loaded, the counters and tallies too. */
  CompletableFuture<Void> loaded() {
    return CompletableFuture.allOf(
        byName().values().stream()
            .map(KafkaTopicTable::ready)
            .toArray(CompletableFuture<?>[]::new));
  }

  /** The tables as the routes read them, with the writer of definitions and ClickHouse. */
  ManageSources sources(Definitions definitions, Jdbi jdbi) {
    return new ManageSources(
        new ManageSources.Tables(
            TopicTable.of(sites),
            TopicTable.of(groups),
            TopicTable.of(polls),
            new ManageSources.Counted(TopicTable.of(tallies), TopicTable.of(counters)),
            TopicTable.of(targets),
            TopicTable.of(notes),
            TopicTable.of(accounts),
            TopicTable.of(issuedReviews)),
        definitions,
        jdbi);
  }

  /** The tables that seeding compares with the seed file. */
  SeedTables seedTables() {
    return new SeedTables(
        TopicTable.of(groups), TopicTable.of(sites), TopicTable.of(polls), TopicTable.of(targets));
  }

  @Override
  public void close() {
    byName().values().forEach(KafkaTopicTable::close);
  }

  /** All tables, by the names of their readiness conditions. */
  private Map<String, KafkaTopicTable<?>> byName() {
    return Map.of(
        "sites", sites,
        "groups", groups,
        "polls", polls,
        "targets", targets,
        "notes", notes,
        "accounts", accounts,
        "issued-reviews", issuedReviews,
        "counters", counters,
        "tallies", tallies);
  }
}
