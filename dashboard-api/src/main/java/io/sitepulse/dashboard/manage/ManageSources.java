package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.runtime.table.TopicTable;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Data sources of the management API.
 *
 * @param jdbi ClickHouse, which may be unavailable. Used in a {@link BlockingPool} only.
 */
public record ManageSources(Tables tables, Definitions definitions, Jdbi jdbi) {

  /** The topics that are read as tables. */
  public record Tables(
      TopicTable<Site> sites,
      TopicTable<Group> groups,
      TopicTable<Poll> polls,
      Counted counted,
      TopicTable<Target> targets,
      TopicTable<DayNote> notes,
      TopicTable<Account> accounts,
      TopicTable<IssuedReview> issuedReviews) {}

  /** The topics that streams counts into. */
  public record Counted(TopicTable<PollTally> tallies, TopicTable<SiteCounters> counters) {}

  public TopicTable<Site> sites() {
    return tables.sites();
  }

  public TopicTable<Group> groups() {
    return tables.groups();
  }

  public TopicTable<Poll> polls() {
    return tables.polls();
  }

  /**
   * The site of a poll. One that is not registered is in no group, so only administrators see it.
   */
  public Site siteOf(Poll poll) {
    return sites().get(poll.site()).orElseGet(() -> Site.of(poll.site(), Site.DEFAULT_ZONE));
  }

  /** The site of a poll by the poll's id, empty if there is no such poll. */
  public List<Site> siteOfPoll(@Nullable String id) {
    return Optional.ofNullable(id).flatMap(polls()::get).map(this::siteOf).stream().toList();
  }

  public TopicTable<PollTally> tallies() {
    return tables.counted().tallies();
  }

  public TopicTable<SiteCounters> counters() {
    return tables.counted().counters();
  }

  public TopicTable<Target> targets() {
    return tables.targets();
  }

  public TopicTable<DayNote> notes() {
    return tables.notes();
  }

  public TopicTable<Account> accounts() {
    return tables.accounts();
  }

  public TopicTable<IssuedReview> issuedReviews() {
    return tables.issuedReviews();
  }
}
