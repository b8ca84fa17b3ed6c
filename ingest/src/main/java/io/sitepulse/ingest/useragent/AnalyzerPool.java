package io.sitepulse.ingest.useragent;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads with an analyzer each, and the texts that wait for them. Thread-safe.
 *
 * <p>Texts that look like a browser's are analyzed first. Odd texts have a budget a second, because
 * anyone can make them up. What exceeds the limits is refused at once. Texts that come before the
 * first analyzer is made wait for it. It is made when {@link #prepare} says so, or when a text
 * waits. Further threads start when many texts wait.
 */
final class AnalyzerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnalyzerPool.class);

  /** Number of waiting texts at which all threads are started. */
  private static final int BUSY = 10;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final ThreadPoolExecutor threads;
  private final AtomicLong sequence = new AtomicLong();
  private final Map<Thread, Analyzer> analyzers = new ConcurrentHashMap<>();
  private volatile boolean failed;
  private int waitingUsual;
  private int waitingOdd;
  private double oddBudget;
  private long budgetAt;

  /**
   * Creates the pool without an analyzer.
   *
   * @param analyzers where each thread takes its analyzer from, and leaves it at its end
   * @param nanoTime a clock such as {@code System::nanoTime}
   */
  AnalyzerPool(Limits limits, Source analyzers, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.oddBudget = limits.oddPerSecond();
    this.budgetAt = nanoTime.getAsLong();
    var number = new AtomicLong();
    this.threads =
        new ThreadPoolExecutor(
            1,
            limits.threads(),
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            work -> {
              var thread =
                  new Thread(
                      () -> runWith(analyzers, work), "user-agents-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to make the first analyzer on its thread, if none is made yet. */
  void prepare() {
    threads.prestartAllCoreThreads();
  }

  /** Returns false if an analyzer could not be made. */
  boolean isUsable() {
    return !failed;
  }

  /**
   * Analyzes a text on one of the threads.
   *
   * @param odd true for a text that does not look like a browser's
   * @return fails with {@link RejectedExecutionException} if too many texts wait
   */
  CompletableFuture<ParsedUserAgent> analyze(String userAgent, boolean odd) {
    if (!admit(odd)) {
      return CompletableFuture.failedFuture(new RejectedExecutionException("Too many texts."));
    }
    var found = new CompletableFuture<ParsedUserAgent>();
    Runnable work =
        () -> {
          left(odd);
          try {
            Analyzer analyzer = analyzers.get(Thread.currentThread());
            if (analyzer == null) {
              throw new IllegalStateException("No analyzer.");
            }
            found.complete(analyzer.analyze(userAgent));
          } catch (RuntimeException | StackOverflowError e) {
            found.completeExceptionally(e);
          }
        };
    try {
      threads.execute(new Task(odd ? 1 : 0, sequence.incrementAndGet(), work));
      if (threads.getCorePoolSize() < limits.threads() && threads.getQueue().size() > BUSY) {
        threads.setCorePoolSize(limits.threads());
      }
    } catch (RejectedExecutionException e) {
      left(odd);
      found.completeExceptionally(e);
    }
    return found;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void runWith(Source source, Runnable work) {
    Analyzer analyzer = null;
    try {
      analyzer = source.take();
      analyzers.put(Thread.currentThread(), analyzer);
    } catch (RuntimeException | Error e) {
      // The thread goes on, so that texts fail instead of waiting for ever.
      failed = true;
      LOG.atError().setCause(e).log("no analyzer of user agents");
    }
    try {
      work.run();
    } finally {
      analyzers.remove(Thread.currentThread());
      if (analyzer != null) {
        source.leave(analyzer);
      }
    }
  }

  private synchronized boolean admit(boolean odd) {
    if (!odd) {
      boolean room = waitingUsual < limits.usual();
      waitingUsual += room ? 1 : 0;
      return room;
    }
    long now = nanoTime.getAsLong();
    double refill = (now - budgetAt) / 1e9 * limits.oddPerSecond();
    oddBudget = Math.min(limits.oddPerSecond(), oddBudget + refill);
    budgetAt = now;
    if (oddBudget < 1 || waitingOdd >= limits.odd()) {
      return false;
    }
    oddBudget--;
    waitingOdd++;
    return true;
  }

  private synchronized void left(boolean odd) {
    if (odd) {
      waitingOdd--;
    } else {
      waitingUsual--;
    }
  }

  /** Analyzers for the threads. Thread-safe. */
  interface Source {
    /** Returns an analyzer that no other thread has. May block for seconds. */
    Analyzer take();

    /** Takes back an analyzer that its thread no longer uses. */
    default void leave(Analyzer analyzer) {}
  }

  /**
   * Limits of the work.
   *
   * @param threads threads, with an analyzer each
   * @param usual texts of browsers that may wait
   * @param odd other texts that may wait
   * @param oddPerSecond other texts that are taken in a second
   */
  record Limits(int threads, int usual, int odd, int oddPerSecond) {}

  /** Work of a lane, in the order in which it came. A lower lane is first. */
  private record Task(int lane, long sequence, Runnable work)
      implements Runnable, Comparable<Task> {
    @Override
    public void run() {
      work.run();
    }

    @Override
    public int compareTo(Task other) {
      int byLane = Integer.compare(lane, other.lane);
      return byLane != 0 ? byLane : Long.compare(sequence, other.sequence);
    }
  }
}
