package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Phase;
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

/** Computes the present state of a poll from the topic tables and the clock. Never blocks. */
public final class LivePolls {
  private final TopicTable<Poll> polls;
  private final TopicTable<PollTally> tallies;
  private final TopicTable<Site> sites;
  private final Clock clock;

  /**
   * A poll as seen by all readers who have voted, or by all who have not.
   *
   * @param voted whether these readers have shown a receipt
   */
  record Subject(String poll, boolean voted) {}

  public LivePolls(
      TopicTable<Poll> polls, TopicTable<PollTally> tallies, TopicTable<Site> sites, Clock clock) {
    this.polls = polls;
    this.tallies = tallies;
    this.sites = sites;
    this.clock = clock;
  }

  /** The poll with an id. Empty for drafts, which are not public. */
  public Optional<Poll> find(String id) {
    return polls.get(id).filter(poll -> !poll.draft());
  }

  /** The site of a poll. */
  public Optional<Site> siteOf(Poll poll) {
    return sites.get(poll.site());
  }

  /** The time zone in which the times of a poll are shown. */
  public ZoneId zoneOf(Poll poll) {
    return siteOf(poll).map(Site::zone).orElse(Site.DEFAULT_ZONE);
  }

  /** The poll for a reader who has, or has not, shown a receipt. */
  public PublicPollResponse response(Poll poll, boolean voted) {
    return PublicPollResponse.of(poll, phaseOf(poll), tally(poll.id()), voted);
  }

  /** The present phase of a poll. */
  Phase phaseOf(Poll poll) {
    return poll.phaseAt(clock.instant(), siteOf(poll).map(Site::archived).orElse(false));
  }

  /** The poll for an event stream. Empty if there is no such public poll. */
  Optional<LiveState> state(Subject subject) {
    return find(subject.poll()).map(poll -> state(response(poll, subject.voted())));
  }

  /** Calls a listener with each subject that changes. */
  void onChange(Consumer<Subject> listener) {
    polls.onChange((poll, value) -> changed(poll, listener));
    tallies.onChange((poll, value) -> changed(poll, listener));
    sites.onChange(
        (site, value) ->
            polls.all().stream()
                .filter(poll -> poll.site().equals(site))
                .forEach(poll -> changed(poll.id(), listener)));
  }

  private static void changed(String poll, Consumer<Subject> listener) {
    listener.accept(new Subject(poll, false));
    listener.accept(new Subject(poll, true));
  }

  private LiveState state(PublicPollResponse response) {
    long id = tally(response.id()).asOf().toEpochMilli();
    // The time of the tally tells of each ballot, so a reader without the result must not see it.
    long visible = response.reader().resultsVisible() ? id : 0;
    return new LiveState("poll", response, visible, () -> JsonText.of(response));
  }

  private PollTally tally(String poll) {
    return tallies.get(poll).orElseGet(() -> PollTally.none(poll));
  }
}
