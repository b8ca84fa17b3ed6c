package io.sitepulse.dashboard.widget.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the votes of each network by poll and hour, so that managers see whether many come from
 * one. The counts are those of this process, held in memory for a day and never stored. Networks
 * are not shown. Of too many networks, those that vote often are kept. Thread-safe.
 */
public final class NetworkShares {
  /** Full hours that are counted, beside the current one. */
  static final Duration PERIOD = Duration.ofHours(24);

  /** Counts of all polls, hours and networks together: some tens of megabytes. */
  static final int MAX_NETWORKS = 100_000;

  /** Counts of all polls and hours together: 500 polls with votes in each hour. */
  private static final int MAX_HOURS = 12_500;

  private final Clock clock;
  private final Instant started;
  private final Cache<Counted, LongAdder> networks = counts(MAX_NETWORKS);
  private final Cache<Counted, LongAdder> hours = counts(MAX_HOURS);

  /**
   * The votes of a poll.
   *
   * @param since first instant that is counted
   * @param votes number of votes that were let through
   * @param networks number of networks that they came from, as far as they are known
   * @param largest number of votes from the network with most
   */
  public record NetworkShare(Instant since, long votes, int networks, long largest) {}

  /** What a count is of. The network is empty for all votes of the hour. */
  private record Counted(String poll, Instant hour, String network) {}

  /** Creates the counts. They begin now. */
  public NetworkShares(Clock clock) {
    this.clock = clock;
    this.started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Cache<Counted, LongAdder> counts(int most) {
    // The caller's thread evicts, so that a flood of networks does not run ahead of it.
    return Caffeine.newBuilder()
        .maximumSize(most)
        .expireAfterWrite(PERIOD.plusHours(2))
        .executor(Runnable::run)
        .build();
  }

  /** Counts a vote. */
  void add(String poll, String network) {
    Instant hour = currentHour();
    hours.get(new Counted(poll, hour, ""), first -> new LongAdder()).increment();
    networks.get(new Counted(poll, hour, network), first -> new LongAdder()).increment();
  }

  /** Returns the votes of a poll in the last day. */
  public NetworkShare of(String poll) {
    Instant first = currentHour().minus(PERIOD);
    Instant since = first.isAfter(started) ? first : started;
    long votes = sums(hours, poll, first).values().stream().mapToLong(n -> n).sum();
    Map<String, Long> sums = sums(networks, poll, first);
    long largest = sums.values().stream().mapToLong(n -> n).max().orElse(0);
    return new NetworkShare(since, votes, sums.size(), largest);
  }

  private static Map<String, Long> sums(
      Cache<Counted, LongAdder> counts, String poll, Instant first) {
    var sums = new HashMap<String, Long>();
    counts
        .asMap()
        .forEach(
            (counted, number) -> {
              if (counted.poll().equals(poll) && !counted.hour().isBefore(first)) {
                sums.merge(counted.network(), number.sum(), Long::sum);
              }
            });
    return sums;
  }

  private Instant currentHour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }
}
