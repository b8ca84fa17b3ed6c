package io.sitepulse.local.clickhouse.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A small thread pool with a bounded queue for work that waits for the engine. */
final class Workers {
  private static final int THREADS = 8;
  private static final int WAITING = 256;

  /** Stack size of a worker. The engine parses statements recursively on the calling thread. */
  private static final long STACK_BYTES = 8 << 20;

  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);

  private Thread thread(Runnable work) {
    Thread thread =
        new Thread(null, work, "clickhouse-query-" + number.incrementAndGet(), STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Throws {@link RejectedExecutionException} when the queue is full. */
  void execute(Runnable work) {
    pool.execute(work);
  }

  /** Accepts no more tasks. Returns true if all running tasks ended in time. */
  boolean finish(Duration timeout) throws InterruptedException {
    pool.shutdown();
    return pool.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
