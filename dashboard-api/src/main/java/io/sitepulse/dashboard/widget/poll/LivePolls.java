package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.sse.LiveState;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** What every poll looks like at this moment, by the tables and the clock. */
public final class LivePolls {
  private final TopicTable<Poll> polls;
  private final TopicTable<PollTally> tallies;
  private final TopicTable<Site> sites;
  private final Clock clock;

  /** A poll as seen by readers who did or did not vote: all of them see the same. */
  record Subject(String poll, boolean voted) {}

  public LivePolls(
      TopicTable<Poll> polls, TopicTable<PollTally> tallies, TopicTable<Site> sites, Clock clock) {
    this.polls = polls;
    this.tallies = tallies;
    this.sites = sites;
    this.clock = clock;
  }

  /** A poll that may be shown: a draft may not. */
  public Optional<Poll> find(String id) {
    return polls.get(id).filter(poll -> !poll.draft());
  }

  /** The site a poll stands in. */
  public Optional<Site> siteOf(Poll poll) {
    return sites.get(poll.site());
  }

  /** Where a poll's times are read. */
  public ZoneId zoneOf(Poll poll) {
    return siteOf(poll).map(Site::zone).orElse(Site.DEFAULT_ZONE);
  }

  /** A poll as a reader may see it. */
  public PublicPollResponse body(Poll poll, boolean voted) {
    return PublicPollResponse.of(poll, tally(poll.id()), voted, clock.instant());
  }

  /** The same for an event stream. */
  Optional<LiveState> state(Subject subject) {
    return find(subject.poll()).map(poll -> state(body(poll, subject.voted())));
  }

  /** Calls a listener with the poll of each change. */
  void onChange(Consumer<String> listener) {
    polls.onChange((poll, value) -> listener.accept(poll));
    tallies.onChange((poll, value) -> listener.accept(poll));
  }

  private LiveState state(PublicPollResponse body) {
    return new LiveState(body, tally(body.id()).asOf().toEpochMilli(), () -> JsonText.of(body));
  }

  private PollTally tally(String poll) {
    return tallies.get(poll).orElseGet(() -> PollTally.none(poll));
  }
}
