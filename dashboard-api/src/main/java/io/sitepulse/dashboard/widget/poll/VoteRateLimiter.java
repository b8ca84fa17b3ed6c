package io.sitepulse.dashboard.widget.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.ClientNetwork;
import io.sitepulse.dashboard.http.ClientNetwork.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rate limiter for the votes of one network, for all polls a minute, for one poll an hour, and for
 * a poll with a limit of its own within ten minutes. An office may vote from behind one address, so
 * the limits of the server are high and a vote above them may be sent again later. An IPv6 vote
 * needs a permit of its /64, its /56 and its /48. The larger ones have more permits, because a
 * mobile network gives each telephone a /64 and many customers share a /48. State is held in memory
 * for an hour and is never stored with a ballot. Thread-safe.
 */
public final class VoteRateLimiter {
  /** Times the limit of a subnet that a larger network has. */
  static final Map<Size, Integer> SHARES =
      Map.of(Size.SUBNET, 1, Size.CUSTOMER, 4, Size.ORGANIZATION, 16);

  /** Of each size apart, so that many subnets push no larger network out. */
  private static final int MAX_NETWORKS = 50_000;

  /** Time in which a network may cast the votes of a poll's own limit. */
  private static final Duration OWN_PERIOD = Duration.ofMinutes(10);

  private final NetworkShares shares;
  private final TimeMeter meter;
  private final Map<Size, LoadingCache<String, Bucket>> minutes = new EnumMap<>(Size.class);
  private final Map<Size, LoadingCache<String, Bucket>> hours = new EnumMap<>(Size.class);
  private final Map<Size, Cache<OwnLimit, Bucket>> own = new EnumMap<>(Size.class);

  /** A poll's own limit for a network. A changed limit has new buckets. */
  private record OwnLimit(String poll, String network, int permits) {}

  /**
   * Creates the rate limiter.
   *
   * @param perMinute votes a minute of one subnet
   * @param perPollHour votes an hour of one subnet for one poll
   * @param shares counts the votes that were let through
   */
  public VoteRateLimiter(int perMinute, int perPollHour, NetworkShares shares) {
    this(perMinute, perPollHour, shares, TimeMeter.SYSTEM_NANOTIME);
  }

  VoteRateLimiter(int perMinute, int perPollHour, NetworkShares shares, TimeMeter meter) {
    this.shares = shares;
    this.meter = meter;
    SHARES.forEach(
        (size, share) -> {
          minutes.put(size, buckets((long) share * perMinute, Duration.ofMinutes(1), meter));
          hours.put(size, buckets((long) share * perPollHour, Duration.ofHours(1), meter));
          own.put(
              size,
              Caffeine.newBuilder()
                  .maximumSize(MAX_NETWORKS)
                  .expireAfterAccess(OWN_PERIOD)
                  .build());
        });
  }

  /** Buckets that are full again before they are forgotten. */
  private static LoadingCache<String, Bucket> buckets(
      long permits, Duration period, TimeMeter meter) {
    return Caffeine.newBuilder()
        .maximumSize(MAX_NETWORKS)
        .expireAfterAccess(period)
        .build(key -> bucket(permits, period, meter));
  }

  private static Bucket bucket(long permits, Duration period, TimeMeter meter) {
    Bandwidth rate = Bandwidth.builder().capacity(permits).refillGreedy(permits, period).build();
    return Bucket.builder().addLimit(rate).withCustomTimePrecision(meter).build();
  }

  private List<Bucket> bucketsOf(ClientNetwork network, Poll poll) {
    Size size = network.size();
    Bucket minute = Objects.requireNonNull(minutes.get(size)).get(network.text());
    Bucket hour = Objects.requireNonNull(hours.get(size)).get(poll.id() + "|" + network.text());
    Integer permits = poll.votesPerNetwork();
    if (permits == null) {
      return List.of(minute, hour);
    }
    long shared = (long) Objects.requireNonNull(SHARES.get(size)) * permits;
    Bucket ofPoll =
        Objects.requireNonNull(own.get(size))
            .get(
                new OwnLimit(poll.id(), network.text(), permits),
                key -> bucket(shared, OWN_PERIOD, meter));
    return List.of(minute, hour, ofPoll);
  }

  /**
   * Takes a permit of each network of a client and those of each for the poll, or none.
   *
   * @return the time until the next permit if there was none
   */
  Optional<Duration> tryAcquire(String client, Poll poll) {
    List<Bucket> taken = new ArrayList<>();
    List<ClientNetwork> networks = ClientNetwork.of(client);
    for (ClientNetwork network : networks) {
      for (Bucket bucket : bucketsOf(network, poll)) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
          taken.forEach(other -> other.addTokens(1));
          return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        taken.add(bucket);
      }
    }
    shares.add(poll.id(), networks.get(0).text());
    return Optional.empty();
  }
}
