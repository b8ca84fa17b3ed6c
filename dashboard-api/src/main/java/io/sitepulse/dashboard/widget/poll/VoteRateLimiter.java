package io.sitepulse.dashboard.widget.poll;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
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
 * Rate limiter for the votes of one network. An office may vote from behind one address, so the
 * limit is high and a vote above it may be sent again later. An IPv6 vote needs a permit of its
 * /64, its /56 and its /48. The larger ones have more permits, because a mobile network gives each
 * telephone a /64 and many customers share a /48. State is held in memory for minutes and is never
 * stored with a ballot. Thread-safe.
 */
public final class VoteRateLimiter {
  /** Times the limit of a subnet that a larger network has. */
  static final Map<Size, Integer> SHARES =
      Map.of(Size.SUBNET, 1, Size.CUSTOMER, 4, Size.ORGANIZATION, 16);

  /** Of each size apart, so that many subnets push no larger network out. */
  private static final int MAX_NETWORKS = 50_000;

  private final Map<Size, LoadingCache<String, Bucket>> buckets = new EnumMap<>(Size.class);

  /**
   * Creates the rate limiter.
   *
   * @param perMinute votes a minute of one subnet
   */
  public VoteRateLimiter(int perMinute) {
    this(perMinute, TimeMeter.SYSTEM_NANOTIME);
  }

  VoteRateLimiter(int perMinute, TimeMeter meter) {
    SHARES.forEach((size, share) -> buckets.put(size, buckets((long) share * perMinute, meter)));
  }

  private static LoadingCache<String, Bucket> buckets(long perMinute, TimeMeter meter) {
    Bandwidth rate =
        Bandwidth.builder()
            .capacity(perMinute)
            .refillGreedy(perMinute, Duration.ofMinutes(1))
            .build();
    return Caffeine.newBuilder()
        .maximumSize(MAX_NETWORKS)
        .expireAfterAccess(Duration.ofMinutes(5))
        .build(network -> Bucket.builder().addLimit(rate).withCustomTimePrecision(meter).build());
  }

  private LoadingCache<String, Bucket> ofSize(Size size) {
    return Objects.requireNonNull(buckets.get(size));
  }

  /**
   * Takes a permit of each network of a client, or none.
   *
   * @return the time until the next permit if there was none
   */
  Optional<Duration> tryAcquire(String client) {
    List<Bucket> taken = new ArrayList<>();
    for (ClientNetwork network : ClientNetwork.of(client)) {
      Bucket bucket = ofSize(network.size()).get(network.text());
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        taken.forEach(other -> other.addTokens(1));
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
      taken.add(bucket);
    }
    return Optional.empty();
  }
}
