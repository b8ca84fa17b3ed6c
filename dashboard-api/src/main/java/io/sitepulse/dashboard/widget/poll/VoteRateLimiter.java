package io.sitepulse.dashboard.widget.poll;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How fast one network may vote. A soft signal: a whole office votes from behind one address, so
 * the rate is generous, and whoever is over it is asked to come again in a moment, not refused. In
 * memory only, for minutes, and never beside a ballot.
 */
public final class VoteRateLimiter {
  private static final int NETWORKS = 50_000;
  private static final int PREFIX_V4 = 24;
  private static final int PREFIX_V6 = 56;

  private final LoadingCache<String, Bucket> buckets;

  /**
   * Prepares the limit.
   *
   * @param perMinute votes a minute from one network (/24 of IPv4, /56 of IPv6)
   */
  public VoteRateLimiter(int perMinute) {
    Bandwidth rate =
        Bandwidth.builder()
            .capacity(perMinute)
            .refillGreedy(perMinute, Duration.ofMinutes(1))
            .build();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(NETWORKS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(network -> Bucket.builder().addLimit(rate).build());
  }

  /** Whether a client's network may vote now; takes one vote of its rate if so. */
  boolean admits(String client) {
    return buckets.get(networkOf(client)).tryConsume(1);
  }

  /** The network of a client's address: what one household or office has. */
  public static String networkOf(String client) {
    IPAddress address = new IPAddressString(client).getAddress();
    if (address == null) {
      return client;
    }
    return address.toPrefixBlock(address.isIPv4() ? PREFIX_V4 : PREFIX_V6).toCanonicalString();
  }
}
