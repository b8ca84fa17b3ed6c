package io.sitepulse.runtime.kafka;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** All topics. Topic names are defined only here. */
public final class Topics {
  /**
   * Page views and heartbeats. A record is an {@code EventPack} without a key. The partition is
   * {@link #partitionOf} the event ids, not of a visitor, so that a duplicate is found even if it
   * is sent from another address or on another day. This serde is of single events, as earlier
   * versions wrote them.
   */
  public static final Topic<PageView> PAGE_VIEWS =
      Topic.accepted("page-views", PageView.class, Duration.ofDays(7));

  /** Votes. Key: {@link #key} of poll and voter. */
  public static final Topic<PollVote> POLL_VOTES =
      Topic.accepted("poll-votes", PollVote.class, Duration.ofDays(30));

  /** Definitions of sites. Key: site id. The source of truth. */
  public static final Topic<Site> SITES = Topic.definitions("sites", Site.class);

  /** Definitions of polls. Key: poll id. The source of truth. */
  public static final Topic<Poll> POLLS = Topic.definitions("polls", Poll.class);

  /** Groups of sites. Key: group id. The source of truth. */
  public static final Topic<Group> GROUPS = Topic.definitions("groups", Group.class);

  /** Targets. Key: target id. The source of truth. */
  public static final Topic<Target> TARGETS = Topic.definitions("targets", Target.class);

  /** Notes on days. Key: note id. The source of truth. */
  public static final Topic<DayNote> DAY_NOTES = Topic.definitions("day-notes", DayNote.class);

  /** Accounts. Key: account id. The source of truth. */
  public static final Topic<Account> ACCOUNTS = Topic.definitions("accounts", Account.class);

  /**
   * Audit log of changes. Key: id of the changed object. Unlimited retention. One partition, so
   * that all changes are in order.
   */
  public static final Topic<Change> CHANGES = Topic.permanent("changes", Change.class);

  /**
   * Issued reviews. Key: {@link IssuedReview#id}. Unlimited retention and no compaction: the first
   * record of a key is valid, so no number is given twice. One partition, so that all readers see
   * the same one first.
   */
  public static final Topic<IssuedReview> ISSUED_REVIEWS =
      Topic.permanent("issued-reviews", IssuedReview.class);

  /**
   * Days that another program counted. Key: {@link ImportedDay#key}. A tombstone removes the day.
   * One partition, because the topology reads the topic together with {@code page-views} and the
   * number of shards must stay that of {@code page-views}.
   */
  public static final Topic<ImportedDay> IMPORTED_DAYS =
      Topic.definitions("imported-days", ImportedDay.class);

  /**
   * Live counters. Key: site id. The sink finds the largest number of visitors online of each
   * minute in the snapshots, so all of them stay for as long as ClickHouse may be away.
   */
  public static final Topic<SiteCounters> SITE_COUNTERS =
      Topic.snapshots("site-counters", SiteCounters.class, Duration.ofHours(6));

  /**
   * Counters and ledger of each day. Key: {@link #key} of site and day. A topic of its own, because
   * compaction of the live counters by site would drop the days between two states.
   */
  public static final Topic<SiteDay> SITE_DAYS =
      Topic.snapshots("site-days", SiteDay.class, Duration.ZERO);

  /**
   * Live tallies. Key: poll id. The sink keeps the last of each hour, so all of them stay for days.
   * There is one for a vote at most.
   */
  public static final Topic<PollTally> POLL_TALLIES =
      Topic.snapshots("poll-tallies", PollTally.class, Duration.ofDays(7));

  /** Accepted events that could not be counted. Key: that of the event. */
  public static final Topic<RejectedEvent> REJECTED_EVENTS =
      Topic.results("rejected-events", RejectedEvent.class, Duration.ofDays(30));

  /**
   * Events that collectors refused, by site, day and run of a collector. Key: {@link
   * CollectorFaults#recordKey}. Written once a minute while events are refused.
   */
  public static final Topic<CollectorFaults> COLLECTOR_FAULTS =
      Topic.snapshots("collector-faults", CollectorFaults.class, Duration.ZERO);

  /**
   * Salts as raw bytes. Key: local date (ISO 8601). The first record of a date is valid, so there
   * is one partition. Short segments, so that a salt is deleted from the disk soon after streams
   * deleted the record, at 48 hours. The broker deletes what is left where no streams runs, late
   * enough that a clock which is a month ahead does not take the salt of today: all visitors of the
   * day would be counted again.
   */
  public static final Topic<byte[]> VISITOR_SALTS =
      Topic.shortLived(
          "visitor-salts", Duration.ofDays(35), Duration.ofHours(1), Duration.ofDays(2));

  /**
   * Visitors whose pseudonym has ended with their day, because they are online under that of the
   * next one. Key: {@link #key} of site and ended pseudonym. No value. Written in the first minutes
   * of a site's day, for the number of visitors online. Deleted before the salts, so that the topic
   * links nothing that they do not. One partition, because the topology reads the topic together
   * with {@code page-views}.
   */
  public static final Topic<byte[]> VISITOR_DEPARTURES =
      Topic.shortLived("visitor-departures", Duration.ofHours(1), Duration.ofMinutes(10), null);

  /** All topics. */
  public static final List<Topic<?>> ALL =
      List.of(
          PAGE_VIEWS,
          POLL_VOTES,
          SITES,
          POLLS,
          GROUPS,
          TARGETS,
          DAY_NOTES,
          ACCOUNTS,
          CHANGES,
          ISSUED_REVIEWS,
          IMPORTED_DAYS,
          SITE_COUNTERS,
          SITE_DAYS,
          POLL_TALLIES,
          REJECTED_EVENTS,
          COLLECTOR_FAULTS,
          VISITOR_SALTS,
          VISITOR_DEPARTURES);

  /** The topics whose records exist nowhere else and cannot be calculated again. */
  static final Set<Topic<?>> ORIGINALS =
      Set.of(
          PAGE_VIEWS,
          POLL_VOTES,
          SITES,
          POLLS,
          GROUPS,
          TARGETS,
          DAY_NOTES,
          ACCOUNTS,
          CHANGES,
          ISSUED_REVIEWS,
          IMPORTED_DAYS,
          COLLECTOR_FAULTS);

  private static final char SEPARATOR = '|';

  private Topics() {}

  /** Joins two ids to a key. No id contains the separator. */
  public static String key(String first, String second) {
    return first + SEPARATOR + second;
  }

  /** The {@link #visitorKey} of a page view. */
  public static String keyOf(PageView event) {
    return visitorKey(event.site(), event.visitor(), event.id());
  }

  /** The key of a visitor: site and visitor, or site and event id if there is no visitor. */
  public static String visitorKey(String site, @Nullable String visitor, UUID id) {
    return key(site, visitor == null ? id.toString() : visitor);
  }

  /** The partition of {@code page-views} that an event id belongs to. */
  public static int partitionOf(UUID id, int partitions) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
