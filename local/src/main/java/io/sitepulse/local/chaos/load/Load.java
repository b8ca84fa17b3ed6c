package io.sitepulse.local.chaos.load;

import io.sitepulse.local.chaos.book.SentEvent;
import io.sitepulse.local.chaos.book.SentVote;
import io.sitepulse.local.chaos.book.Silences;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors and voters. Each request is repeated with the same id until it is answered 202, as the
 * scripts in a page do.
 */
public final class Load implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int PLACES = 32;
  private static final int VISITORS = 400;
  private static final int VOTERS = 200;
  private static final int BOT_ONE_IN = 25;
  private static final int HEARTBEAT_ONE_IN = 5;
  private static final int VOTE_ONE_IN = 10;
  private static final int REMEMBERED = 500;
  private static final long RETRY_MILLIS = 300;

  /**
   * The pause doubles up to this, as in a page's script. Hundreds of requests that are repeated
   * three times a second would take the processor from the parts that start again.
   */
  private static final long LONGEST_RETRY_MILLIS = 2_400;

  private static final long NANOS = 1_000_000_000L;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
  private final AtomicInteger waiting = new AtomicInteger();
  private final Deque<Attempt> acknowledged = new ArrayDeque<>();
  private final List<Ballots> voters = new ArrayList<>();
  private final List<String> sites;
  private final Instances ingest;
  private final Instances dashboard;
  private final Client client;
  private final Random random;

  /** A voter and the votes that wait until the one before is acknowledged. */
  private static final class Ballots {
    final UUID voter;
    final String poll;
    final String address;
    final Deque<SentVote> votes = new ArrayDeque<>();

    Ballots(UUID voter, String poll, String address) {
      this.voter = voter;
      this.poll = poll;
      this.address = address;
    }
  }

  /** A request that is repeated until it succeeds. */
  @FunctionalInterface
  private interface Attempt {
    boolean succeeds() throws InterruptedException;
  }

  /**
   * Prepares visitors and voters.
   *
   * @param sites sites that are visited equally often
   * @param ingest addresses of the collectors
   * @param dashboard addresses of dashboard-api
   */
  public Load(
      List<String> sites, List<URI> ingest, List<URI> dashboard, Client client, Random random) {
    this.sites = List.copyOf(sites);
    this.ingest = new Instances(ingest, PLACES);
    this.dashboard = new Instances(dashboard, PLACES);
    this.client = client;
    this.random = random;
    for (int i = 0; i < VOTERS; i++) {
      String poll = i % 2 == 0 ? Portal.CHANGEABLE : Portal.FIXED;
      voters.add(new Ballots(uuid(), poll, "198.19.%d.%d".formatted(i / 200, 1 + i % 200)));
    }
  }

  /** Sends requests at a constant rate for a time. Blocks. */
  public void run(int perSecond, Duration duration) throws InterruptedException {
    long begun = System.nanoTime();
    long number = Math.max(1, perSecond * duration.toMillis() / 1000);
    for (long i = 0; i < number; i++) {
      long due = begun + i * NANOS / perSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      if (random.nextInt(VOTE_ONE_IN) == 0) {
        vote();
      } else {
        visit();
      }
    }
  }

  private void visit() {
    String site = sites.get(random.nextInt(sites.size()));
    int visitor = random.nextInt(VISITORS);
    String address = "198.18.%d.%d".formatted(visitor / 200, 1 + visitor % 200);
    boolean bot = random.nextInt(BOT_ONE_IN) == 0;
    boolean heartbeat = random.nextInt(HEARTBEAT_ONE_IN) == 0;
    var event = new SentEvent(uuid(), site, address, heartbeat, bot);
    String view = uuid().toString();
    Attempt attempt = () -> at(ingest, url -> client.send(url, event, view));
    repeat(attempt, () -> remember(attempt));
  }

  private void vote() {
    Ballots voter = voters.get(random.nextInt(voters.size()));
    String choice = Portal.OPTIONS.get(random.nextInt(Portal.OPTIONS.size()));
    var vote = new SentVote(uuid(), voter.poll, voter.voter, choice);
    synchronized (voter) {
      voter.votes.add(vote);
      if (voter.votes.size() == 1) {
        send(voter, vote);
      }
    }
  }

  /** Sends the votes of a voter one after another, so that the last one is known. */
  private void send(Ballots voter, SentVote vote) {
    repeat(
        () -> at(dashboard, url -> client.send(url, vote, voter.address)),
        () -> {
          synchronized (voter) {
            voter.votes.remove();
            SentVote next = voter.votes.peek();
            if (next != null) {
              send(voter, next);
            }
          }
        });
  }

  private interface Sending {
    boolean to(URI url) throws InterruptedException;
  }

  private static boolean at(Instances instances, Sending sending) throws InterruptedException {
    try (Instances.Instance instance = instances.take()) {
      return instance != null && sending.to(instance.url());
    }
  }

  private void repeat(Attempt attempt, Runnable done) {
    waiting.incrementAndGet();
    threads.execute(() -> tryOnce(attempt, done, RETRY_MILLIS));
  }

  private void tryOnce(Attempt attempt, Runnable done, long pause) {
    try {
      if (attempt.succeeds()) {
        done.run();
        waiting.decrementAndGet();
      } else {
        long next = Math.min(2 * pause, LONGEST_RETRY_MILLIS);
        var unused =
            threads.schedule(() -> tryOnce(attempt, done, next), pause, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(Attempt again) {
    synchronized (acknowledged) {
      acknowledged.addLast(again);
      if (acknowledged.size() > REMEMBERED) {
        acknowledged.removeFirst();
      }
    }
  }

  /** Sends the last acknowledged events once more, with the same ids. */
  public void sendAgain() {
    List<Attempt> again;
    synchronized (acknowledged) {
      again = List.copyOf(acknowledged);
    }
    again.forEach(attempt -> repeat(attempt, () -> {}));
  }

  /**
   * Waits until all requests are answered 202.
   *
   * @return false if they are not in time
   */
  public boolean awaitAcknowledged(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (waiting.get() > 0) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    }
    return true;
  }

  /** The times without an event that is answered 202. */
  public Silences eventSilences() {
    return client.eventSilences();
  }

  /** The times without a vote that is answered 202. */
  public Silences voteSilences() {
    return client.voteSilences();
  }

  /** Returns how often each answer came. */
  public Map<String, Long> answers() {
    return client.answers();
  }

  /** Drawn from the seed too. Called by the thread that runs the load. */
  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
