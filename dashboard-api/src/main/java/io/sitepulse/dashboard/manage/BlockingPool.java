package io.sitepulse.dashboard.manage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for work that waits (queries) or takes long (hashes), so that no event loop does.
 * Bounded: what does not fit is refused with 503 and counted in {@code sitepulse.manage.refused}.
 */
public final class BlockingPool implements AutoCloseable {
  private static final int QUEUE = 200;

  private final Vertx vertx;
  private final ExecutorService threads;
  private final Counter refused;

  /**
   * A pool.
   *
   * @param name of its threads, and tag of its metric
   * @param size how many at once
   */
  public BlockingPool(Vertx vertx, String name, int size, MeterRegistry registry) {
    this.vertx = vertx;
    var number = new AtomicInteger();
    var pool =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            run -> {
              var thread = new Thread(run, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
    this.refused =
        Counter.builder("sitepulse.manage.refused")
            .description("Management requests refused because too many were waiting")
            .tag("pool", name)
            .register(registry);
  }

  /**
   * Runs a task; completes on the caller's event loop with its value or failure. What a handler of
   * that throws is reported there.
   */
  public <T> Future<T> run(Callable<T> task) {
    var settled = new CompletableFuture<T>();
    try {
      threads.execute(() -> settle(task, settled));
    } catch (RejectedExecutionException e) {
      refused.increment();
      return Future.failedFuture(
          Problem.unavailable("Too many requests are waiting.").asException());
    }
    return Future.fromCompletionStage(settled, vertx.getOrCreateContext());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Whatever those who wait do with the outcome is no failure of the task, nor of its thread. */
  private static <T> void settle(Callable<T> task, CompletableFuture<T> settled) {
    try {
      settled.complete(task.call());
    } catch (Exception | Error e) {
      settled.completeExceptionally(e);
    }
  }
}
