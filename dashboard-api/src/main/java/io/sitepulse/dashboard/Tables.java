package io.sitepulse.dashboard;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.contract.kafka.TopicTable;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** The four compacted topics this module reads whole; nothing else is asked for an answer. */
final class Tables implements AutoCloseable {
  final TopicTable<Site> sites;
  final TopicTable<Poll> polls;
  final TopicTable<SiteCounters> counters;
  final TopicTable<PollTally> tallies;

  Tables(Properties client) {
    this.sites = new TopicTable<>(Topics.SITES, client);
    this.polls = new TopicTable<>(Topics.POLLS, client);
    this.counters = new TopicTable<>(Topics.SITE_COUNTERS, client);
    this.tallies = new TopicTable<>(Topics.POLL_TALLIES, client);
  }

  void start() {
    sites.start();
    polls.start();
    counters.start();
    tallies.start();
  }

  void require(Readiness readiness) {
    readiness
        .require("sites", () -> isReady(sites))
        .require("polls", () -> isReady(polls))
        .require("counters", () -> isReady(counters))
        .require("tallies", () -> isReady(tallies));
  }

  /** Completes once all definitions there were at the start are known. */
  CompletableFuture<Void> definitionsKnown() {
    return CompletableFuture.allOf(sites.ready(), polls.ready());
  }

  @Override
  public void close() {
    sites.close();
    polls.close();
    counters.close();
    tallies.close();
  }

  private static boolean isReady(TopicTable<?> table) {
    CompletableFuture<Void> ready = table.ready();
    return ready.isDone() && !ready.isCompletedExceptionally();
  }
}
