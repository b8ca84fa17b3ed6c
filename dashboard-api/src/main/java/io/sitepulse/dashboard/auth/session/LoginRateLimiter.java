package io.sitepulse.dashboard.auth.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.sitepulse.dashboard.widget.poll.VoteRateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How fast passwords and codes may be tried. Nothing is locked: whoever is too fast waits, and an
 * attempt that succeeds costs nothing.
 *
 * <p>A browser that signed in to a login before has a rate of its own (a signed cookie tells it),
 * so that nobody can keep an administrator out by guessing at their login from elsewhere. All other
 * browsers share a rate by login, by network, and by both. Whether the login exists plays no part.
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies".)
 *
 * <p>In memory of this instance, bounded; several instances multiply the rates by their number.
 */
public final class LoginRateLimiter {
  private static final int BUCKETS = 100_000;

  private final LoadingCache<Key, Bucket> buckets;

  /** What is limited, how many at once and how many an hour after that. */
  enum Kind {
    /** A browser that signed in before. */
    DEVICE(10, 360),
    /** A login tried from one network. */
    LOGIN_IN_NETWORK(10, 180),
    /** A login tried by browsers that never signed in to it. */
    LOGIN(100, 360),
    /** All logins tried from one network. */
    NETWORK(100, 3_600),
    /** Codes tried from one network. */
    CODE(20, 360),
    /** Somebody's own password, asked for again. */
    OWN(10, 180);

    private final int burst;
    private final int perHour;

    Kind(int burst, int perHour) {
      this.burst = burst;
      this.perHour = perHour;
    }

    Bandwidth rate() {
      return Bandwidth.builder().capacity(burst).refillGreedy(perHour, Duration.ofHours(1)).build();
    }
  }

  /** One rate. */
  record Key(Kind kind, String of) {}

  /** Attempts that were taken, to be given back if they succeed. */
  public record Taken(List<Bucket> from) {
    public void giveBack() {
      from.forEach(bucket -> bucket.addTokens(1));
    }
  }

  /** Too fast; back in this time. */
  public static final class TooFast extends Exception {
    private static final long serialVersionUID = 1;

    final transient Duration wait;

    TooFast(Duration wait) {
      super("too fast", null, false, false);
      this.wait = wait;
    }
  }

  public LoginRateLimiter(Clock clock) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(BUCKETS)
            .expireAfterAccess(Duration.ofHours(1))
            .build(
                key ->
                    Bucket.builder()
                        .addLimit(key.kind().rate())
                        .withCustomTimePrecision(new By(clock))
                        .build());
  }

  /**
   * One attempt at a login.
   *
   * @param device the browser, if it signed in to this login before, or null
   */
  Taken atLogin(String login, String client, @Nullable String device) throws TooFast {
    if (device != null) {
      return take(new Key(Kind.DEVICE, device));
    }
    String network = VoteRateLimiter.networkOf(client);
    return take(
        new Key(Kind.NETWORK, network),
        new Key(Kind.LOGIN_IN_NETWORK, login + " " + network),
        new Key(Kind.LOGIN, login));
  }

  /** One attempt at a code of a link. */
  public Taken atCode(String client) throws TooFast {
    return take(new Key(Kind.CODE, VoteRateLimiter.networkOf(client)));
  }

  /** One attempt at one's own password. */
  Taken atOwn(String account) throws TooFast {
    return take(new Key(Kind.OWN, account));
  }

  private Taken take(Key... keys) throws TooFast {
    var taken = new ArrayList<Bucket>();
    for (Key key : keys) {
      Bucket bucket = buckets.get(key);
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        new Taken(taken).giveBack();
        throw new TooFast(Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
      taken.add(bucket);
    }
    return new Taken(taken);
  }

  /** Bucket4j's time by our clock. */
  private record By(Clock clock) implements TimeMeter {
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
