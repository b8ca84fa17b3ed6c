package io.sitepulse.dashboard.widget.poll;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.sitepulse.dashboard.http.ClientNetwork;
import java.time.Duration;

/**
 * Rate limiter for the votes of one network. An office may vote from behind one address, so the
 * limit is high and a vote above it may be sent again later. State is held in memory for minutes
 * and is never stored with a ballot. Thread-safe.
 */
public final class VoteRateLimiter {
  private static final int MAX_NETWORKS = 50_000;

  private final LoadingCache<String, Bucket> buckets;

  /**
   * Creates the rate limiter.
   *
   * @param perMinute votes a minute of one network
   */
  public VoteRateLimiter(int perMinute) {
    Bandwidth rate =
        Bandwidth.builder()
            .capacity(perMinute)
            .refillGreedy(perMinute, Duration.ofMinutes(1))
            .build();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_NETWORKS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(network -> Bucket.builder().addLimit(rate).build());
  }

  /** Takes one permit of a client's network, and tells whether there was one. */
  boolean tryAcquire(String client) {
    return buckets.get(ClientNetwork.of(client)).tryConsume(1);
  }
}
