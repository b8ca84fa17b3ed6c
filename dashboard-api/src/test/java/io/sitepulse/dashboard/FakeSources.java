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
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.runtime.kafka.Topics;
import org.jdbi.v3.core.Jdbi;

/** The tables, definitions and clock that the features of the module use, filled by a test. */
public abstract class FakeSources {
  public final FakeTable<Site> sites = new FakeTable<>();
  public final FakeTable<SiteCounters> counters = new FakeTable<>();
  public final FakeTable<Poll> polls = new FakeTable<>();
  public final FakeTable<PollTally> tallies = new FakeTable<>();
  public final FakeTable<Group> groups = new FakeTable<>();
  public final FakeTable<Target> targets = new FakeTable<>();
  public final FakeTable<DayNote> notes = new FakeTable<>();
  public final FakeTable<Account> accounts = new FakeTable<>();
  public final FakeTable<IssuedReview> issuedReviews = new FakeTable<>();
  public final FakeDefinitions definitions =
      new FakeDefinitions()
          .into(Topics.SITES, sites)
          .into(Topics.GROUPS, groups)
          .into(Topics.POLLS, polls)
          .into(Topics.TARGETS, targets)
          .into(Topics.DAY_NOTES, notes)
          .into(Topics.ACCOUNTS, accounts)
          .into(Topics.ISSUED_REVIEWS, issuedReviews);
  public final TestClock clock = new TestClock(Samples.MINUTE_TO_MIDNIGHT);

  /** The sources of the management routes, with a ClickHouse. */
  protected final ManageSources management(Jdbi jdbi) {
    return new ManageSources(
        new ManageSources.Tables(
            sites,
            groups,
            polls,
            new ManageSources.Counted(tallies, counters),
            targets,
            notes,
            accounts,
            issuedReviews),
        definitions,
        jdbi);
  }
}
