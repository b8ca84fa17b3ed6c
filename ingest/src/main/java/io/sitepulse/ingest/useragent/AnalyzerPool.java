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
import java.util.function.Supplier;

/**
 * Threads with an analyzer each, and the texts that wait for them. Thread-safe.
 *
 * <p>Texts that look like a browser's are analyzed first. Odd texts have a budget a second, because
 * anyone can make them up. What exceeds the limits is refused at once.
 */
final class AnalyzerPool implements AutoCloseable {
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final ThreadPoolExecutor threads;
  private final AtomicLong sequence = new AtomicLong();
  private final Map<Thread, Analyzer> analyzers = new ConcurrentHashMap<>();
  private int waitingUsual;
  private int waitingOdd;
  private double oddBudget;
  private long budgetAt;

  /**
   * Creates the threads and waits for the first analyzer.
   *
   * @param analyzers makes one analyzer, called by each thread once
   * @param nanoTime a clock such as {@code System::nanoTime}
   */
  AnalyzerPool(Limits limits, Supplier<? extends Analyzer> analyzers, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.oddBudget = limits.oddPerSecond();
    this.budgetAt = nanoTime.getAsLong();
    var first = new CompletableFuture<Void>();
    var number = new AtomicLong();
    this.threads =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            work -> {
              var thread =
                  new Thread(
                      () -> runWith(analyzers, first, work),
                      "user-agents-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.prestartAllCoreThreads();
    first.join();
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

  private void runWith(
      Supplier<? extends Analyzer> factory, CompletableFuture<Void> first, Runnable work) {
    try {
      analyzers.put(Thread.currentThread(), factory.get());
      first.complete(null);
    } catch (RuntimeException | Error e) {
      first.completeExceptionally(e);
      throw e;
    }
    try {
      work.run();
    } finally {
      analyzers.remove(Thread.currentThread());
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
