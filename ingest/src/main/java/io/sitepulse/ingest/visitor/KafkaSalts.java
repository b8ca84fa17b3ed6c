package io.sitepulse.ingest.visitor;

import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the daily salts of all collectors through a topic of one partition.
 *
 * <pre>
 * needed soon, or requested ─▶ propose a random one ─▶ topic ─▶ read back ─▶ first of its date? ─▶ used
 *        (and not known yet)                                                    └── no: dropped
 * </pre>
 *
 * If two collectors propose a salt at the same time, both read the same first record and use it. A
 * salt is used only after it was read. One thread reads, proposes and removes salts.
 */
public final class KafkaSalts implements Salts, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSalts.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Problem NOT_THERE = Problem.unavailable("The day's salt is not there yet.");

  private final Vertx vertx;
  private final SaltRegistry book = new SaltRegistry();
  private final SaltReader reader;
  private final SaltProposer maker;
  private final Supplier<Collection<ZoneId>> zones;
  private final Clock clock;
  private final Duration timeout;
  private final Map<LocalDate, Waiting> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "visitor-salts");
  private volatile boolean closed;

  private record Waiting(CompletableFuture<Salt> salt, long sinceNanos) {}

  /**
   * Prepares the salts. Reading begins with {@link #start}.
   *
   * @param consumer consumer of the salts topic, see {@link #consumer}
   * @param producer producer of the proposals. Its {@code send} must not block.
   * @param zones time zones of all sites
   * @param timeout longest time an event waits for the salt of its day
   */
  public KafkaSalts(
      Vertx vertx,
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      Supplier<Collection<ZoneId>> zones,
      Clock clock,
      Duration timeout) {
    this.vertx = vertx;
    this.reader = new SaltReader(consumer, book);
    this.maker = new SaltProposer(producer);
    this.zones = zones;
    this.clock = clock;
    this.timeout = timeout;
    this.thread.setDaemon(true);
  }

  /** Creates a consumer of the salts topic. */
  public static Consumer<String, byte[]> consumer(Properties client) {
    return SaltReader.consumer(client);
  }

  /** Starts to read. Call once, after the topic was created. */
  public void start() {
    thread.start();
  }

  /** Completes once the topic was read and all salts that are needed now are known. */
  public CompletableFuture<Void> ready() {
    return ready.copy();
  }

  /** Tells if the salts of today are known for all time zones. */
  public boolean hasToday() {
    Instant now = clock.instant();
    return zones.get().stream()
        .map(zone -> now.atZone(zone).toLocalDate())
        .allMatch(date -> book.of(date, now) != null);
  }

  @Override
  public Future<Salt> of(LocalDate date) {
    Salt salt = book.of(date, clock.instant());
    return salt == null ? later(date) : Future.succeededFuture(salt);
  }

  @Override
  public Optional<Salt> ifKnown(LocalDate date) {
    return Optional.ofNullable(book.of(date, clock.instant()));
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<Salt> later(LocalDate date) {
    var waiting =
        asked.computeIfAbsent(
            date, absent -> new Waiting(new CompletableFuture<>(), System.nanoTime()));
    return Future.fromCompletionStage(waiting.salt(), vertx.getOrCreateContext())
        .recover(late -> Future.failedFuture(NOT_THERE.asException()));
  }

  private void run() {
    try (reader) {
      begin();
      while (!closed) {
        turn();
      }
    }
    asked.values().forEach(waiting -> waiting.salt().cancel(false));
  }

  private void begin() {
    while (!closed) {
      try {
        reader.begin();
        return;
      } catch (RuntimeException e) {
        waitAfter(e);
      }
    }
  }

  private void turn() {
    try {
      reader.read(!ready.isDone() || !asked.isEmpty());
      Instant now = clock.instant();
      if (reader.isCaughtUp()) {
        SaltSchedule.at(now, zones.get()).forEach(date -> provide(date, now));
        asked.keySet().forEach(date -> provide(date, now));
        if (hasToday()) {
          ready.complete(null);
        }
      }
      asked.forEach((date, waiting) -> serve(date, waiting, now));
      book.forget(now);
    } catch (RuntimeException e) {
      waitAfter(e);
    }
  }

  /** Continues after any exception. Without this thread the next day would have no salt. */
  private static void waitAfter(RuntimeException e) {
    LOG.atWarn()
        .addKeyValue(LogKeys.ERROR, e.getClass().getSimpleName())
        .log("cannot read salts topic");
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void provide(LocalDate date, Instant now) {
    if (book.of(date, now) == null) {
      maker.propose(date, now);
    } else {
      maker.settled(date);
    }
  }

  private void serve(LocalDate date, Waiting waiting, Instant now) {
    Salt salt = book.of(date, now);
    if (salt != null) {
      asked.remove(date, waiting);
      waiting.salt().complete(salt);
    } else if (System.nanoTime() - waiting.sinceNanos() > timeout.toNanos()) {
      asked.remove(date, waiting);
      waiting.salt().cancel(false);
    }
  }
}
