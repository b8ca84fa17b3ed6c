package io.sitepulse.dashboard.auth.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.sitepulse.dashboard.http.ClientNetwork;
import io.sitepulse.dashboard.http.ClientNetwork.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits the rate of password and code attempts. Nothing is locked: an attempt over the limit must
 * wait, and an attempt that succeeds is refunded.
 *
 * <p>A browser that has signed in to a login before has its own limit, so guessing from elsewhere
 * cannot lock an administrator out. All other browsers share limits by login, by network, and by
 * both. An IPv6 client is in three networks and needs a permit of each, see {@link ClientNetwork}.
 * The limits are the same for logins that do not exist. See OWASP, "Slow Down Online Guessing
 * Attacks with Device Cookies".
 *
 * <p>The limits are bounded in number and kept in the memory of this instance, so with several
 * instances the total rate is multiplied. Thread-safe.
 */
public final class LoginRateLimiter {
  private static final int MAX_BUCKETS = 100_000;

  /**
   * Times the limit of a subnet that a larger network has. Fewer than for votes: few people of one
   * customer sign in within minutes.
   */
  private static final Map<Size, Integer> SHARES =
      Map.of(Size.SUBNET, 1, Size.CUSTOMER, 2, Size.ORGANIZATION, 4);

  private final LoadingCache<Key, Bucket> buckets;

  /** A limited subject, with its burst size and its refill per hour. */
  enum Kind {
    /** A browser that has signed in before. */
    DEVICE(10, 360),
    /** A login, tried from one network. */
    LOGIN_IN_NETWORK(10, 180),
    /** A login, tried by browsers that never signed in to it. */
    LOGIN(100, 360),
    /** All logins, tried from one network. */
    NETWORK(100, 3_600),
    /** Codes, tried from one network. */
    CODE(20, 360),
    /** The present password of a signed-in account, asked for again. */
    OWN(10, 180),
    /** The code after the password of an account, tried by browsers that never signed in to it. */
    SECOND_FACTOR(5, 20),
    /** The same, tried by a browser that has signed in before. */
    DEVICE_SECOND_FACTOR(5, 60);

    private final int burst;
    private final int perHour;

    Kind(int burst, int perHour) {
      this.burst = burst;
      this.perHour = perHour;
    }

    Bandwidth bandwidth(int share) {
      return Bandwidth.builder()
          .capacity((long) share * burst)
          .refillGreedy((long) share * perHour, Duration.ofHours(1))
          .build();
    }
  }

  /**
   * The key of a bucket.
   *
   * @param share times the limit of the kind
   * @param digest SHA-256 of the subject, so that its size does not depend on what a client sends
   */
  record Key(Kind kind, int share, String digest) {
    static Key of(Kind kind, String subject) {
      return new Key(kind, 1, Sha256.hex(subject));
    }

    static Key of(Kind kind, ClientNetwork network, String prefix) {
      int share = SHARES.getOrDefault(network.size(), 1);
      return new Key(kind, share, Sha256.hex(prefix + network.text()));
    }
  }

  /**
   * The tokens of one attempt. They are refunded if it succeeds.
   *
   * @param known true if the browser has signed in to the login before
   */
  public record Permit(List<Bucket> buckets, boolean known) {
    public void refund() {
      buckets.forEach(bucket -> bucket.addTokens(1));
    }
  }

  /** Thrown when a rate limit is exceeded. */
  public static final class RateLimitExceededException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Duration retryAfter;

    RateLimitExceededException(Duration retryAfter) {
      super("rate limit exceeded", null, false, false);
      this.retryAfter = retryAfter;
    }

    /** Returns the time until the next permit. */
    Duration retryAfter() {
      return retryAfter;
    }

    /** Returns the time until the next permit, rounded up. */
    long retryAfterSeconds() {
      return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
  }

  public LoginRateLimiter(Clock clock) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(Duration.ofHours(1))
            .build(
                key ->
                    Bucket.builder()
                        .addLimit(key.kind().bandwidth(key.share()))
                        .withCustomTimePrecision(new ClockTimeMeter(clock))
                        .build());
  }

  /**
   * Acquires a permit to try a login.
   *
   * @param client IP address
   * @param device the browser if it has signed in to this login before, or null
   */
  Permit acquireForLogin(String login, String client, @Nullable String device)
      throws RateLimitExceededException {
    if (device != null) {
      return acquire(List.of(Key.of(Kind.DEVICE, device)));
    }
    var keys = new ArrayList<Key>();
    for (ClientNetwork network : ClientNetwork.of(client)) {
      keys.add(Key.of(Kind.NETWORK, network, ""));
      keys.add(Key.of(Kind.LOGIN_IN_NETWORK, network, login + " "));
    }
    keys.add(Key.of(Kind.LOGIN, login));
    return acquire(keys);
  }

  Permit acquireForCode(String client) throws RateLimitExceededException {
    return acquire(
        ClientNetwork.of(client).stream().map(network -> Key.of(Kind.CODE, network, "")).toList());
  }

  /**
   * Acquires a permit to try the second factor of an account. The limits are low, because those who
   * try have the password. Tries from elsewhere do not use up those of the owner's browser.
   *
   * @param device as in {@link #acquireForLogin}
   */
  Permit acquireForSecondFactor(String account, @Nullable String device)
      throws RateLimitExceededException {
    return device == null
        ? acquire(List.of(Key.of(Kind.SECOND_FACTOR, account)))
        : acquire(List.of(Key.of(Kind.DEVICE_SECOND_FACTOR, device)));
  }

  Permit acquireForOwnPassword(String account) throws RateLimitExceededException {
    return acquire(List.of(Key.of(Kind.OWN, account)));
  }

  private Permit acquire(List<Key> keys) throws RateLimitExceededException {
    var acquired = new ArrayList<Bucket>();
    for (Key key : keys) {
      Bucket bucket = buckets.get(key);
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        new Permit(acquired, false).refund();
        throw new RateLimitExceededException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
      acquired.add(bucket);
    }
    return new Permit(acquired, keys.get(0).kind() == Kind.DEVICE);
  }

  /** Adapts a clock to Bucket4j. */
  private record ClockTimeMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
