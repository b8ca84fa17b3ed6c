package io.sitepulse.runtime.kafka;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The topic catalogue. No topic name stands anywhere else. */
public final class Topics {
  /**
   * Page views and heartbeats. Key: {@link #key} of site and visitor (of site and event id where
   * there is no visitor). The partition is {@link #partitionOf} the event id, not of the key, so
   * that a repeated id is found even if it comes from another address or on another day.
   */
  public static final Topic<PageView> PAGE_VIEWS =
      Topic.kept("page-views", PageView.class, Duration.ofDays(7));

  /** Votes. Key: {@link #key} of poll and voter. */
  public static final Topic<PollVote> POLL_VOTES =
      Topic.kept("poll-votes", PollVote.class, Duration.ofDays(30));

  /** Definitions of sites, by site id: the source of truth. */
  public static final Topic<Site> SITES = Topic.compacted("sites", Site.class, true);

  /** Definitions of polls, by poll id: the source of truth. */
  public static final Topic<Poll> POLLS = Topic.compacted("polls", Poll.class, true);

  /** Groups of sites, by id: the source of truth. */
  public static final Topic<Group> GROUPS = Topic.compacted("groups", Group.class, true);

  /** Targets, by id: the source of truth. */
  public static final Topic<Target> TARGETS = Topic.compacted("targets", Target.class, true);

  /** Accounts, by id: the source of truth. */
  public static final Topic<Account> ACCOUNTS = Topic.compacted("accounts", Account.class, true);

  /** Who changed what, by subject; kept for ever. One partition: its order is the story. */
  public static final Topic<Change> CHANGES =
      new Topic<>(
          "sitepulse.changes",
          new JsonSerde<>(Change.class),
          true,
          Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

  /**
   * Days that were counted elsewhere. Key: {@link ImportedDay#key}; no value takes the day back.
   * One partition: it comes in beside {@code page-views}, and may not add to the shards of that.
   */
  public static final Topic<ImportedDay> IMPORTED_DAYS =
      Topic.compacted("imported-days", ImportedDay.class, true);

  /** Live counters, by site id. */
  public static final Topic<SiteCounters> SITE_COUNTERS =
      Topic.compacted("site-counters", SiteCounters.class, false);

  /**
   * Counters and ledger of each day. Key: {@link #key} of site and day. Apart from the live
   * counters, because compaction of those by site would drop the days between two states.
   */
  public static final Topic<SiteDay> SITE_DAYS = Topic.compacted("site-days", SiteDay.class, false);

  /** Live tallies, by poll id. */
  public static final Topic<PollTally> POLL_TALLIES =
      Topic.compacted("poll-tallies", PollTally.class, false);

  /** Accepted events that may not be counted. Keyed as they came. */
  public static final Topic<RejectedEvent> REJECTED_EVENTS =
      Topic.kept("rejected-events", RejectedEvent.class, Duration.ofDays(30));

  /**
   * Salts, by local date (ISO), as raw bytes; the first record of a date wins, hence one partition.
   * Short segments, so that a salt is gone from the disk soon after its 48 hours.
   */
  public static final Topic<byte[]> VISITOR_SALTS =
      new Topic<>(
          "sitepulse.visitor-salts",
          Serdes.ByteArray(),
          true,
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", Long.toString(Duration.ofHours(48).toMillis()),
              "segment.ms", Long.toString(Duration.ofHours(1).toMillis())));

  /** All of them. */
  public static final List<Topic<?>> ALL =
      List.of(
          PAGE_VIEWS,
          POLL_VOTES,
          SITES,
          POLLS,
          GROUPS,
          TARGETS,
          ACCOUNTS,
          CHANGES,
          IMPORTED_DAYS,
          SITE_COUNTERS,
          SITE_DAYS,
          POLL_TALLIES,
          REJECTED_EVENTS,
          VISITOR_SALTS);

  private static final char SEPARATOR = '|';

  private Topics() {}

  /** A key of two parts; none of our ids contains the separator. */
  public static String key(String first, String second) {
    return first + SEPARATOR + second;
  }

  /** The key of a page view: its visitor, or itself where it is nobody's. */
  public static String keyOf(PageView event) {
    return visitorKey(event.site(), event.visitor(), event.id());
  }

  private static String visitorKey(String site, @Nullable String visitor, UUID id) {
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
