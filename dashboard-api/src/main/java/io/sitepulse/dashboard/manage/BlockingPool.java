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
 * Runs blocking or slow tasks (queries, password hashes) on a bounded pool instead of the event
 * loop. Tasks over the limit are rejected with 503 and counted in {@code sitepulse.manage.refused}.
 */
public final class BlockingPool implements AutoCloseable {
  private static final int QUEUE_CAPACITY = 200;

  private final Vertx vertx;
  private final ExecutorService threads;
  private final Counter refused;

  /**
   * Creates a pool whose queue takes {@value #QUEUE_CAPACITY} tasks.
   *
   * @param name prefix of the threads and tag of the metric
   * @param size number of threads
   */
  public BlockingPool(Vertx vertx, String name, int size, MeterRegistry registry) {
    this(vertx, name, size, QUEUE_CAPACITY, registry);
  }

  /**
   * Creates a pool.
   *
   * @param name prefix of the threads and tag of the metric
   * @param size number of threads
   * @param queueCapacity number of tasks that may wait
   */
  public BlockingPool(
      Vertx vertx, String name, int size, int queueCapacity, MeterRegistry registry) {
    this.vertx = vertx;
    var number = new AtomicInteger();
    var pool =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueCapacity),
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
   * Runs a task. The future completes on the event loop of the caller, where exceptions of its
   * handlers are reported.
   */
  public <T> Future<T> run(Callable<T> task) {
    var result = new CompletableFuture<T>();
    try {
      threads.execute(() -> complete(task, result));
    } catch (RejectedExecutionException e) {
      refused.increment();
      return Future.failedFuture(
          Problem.unavailable("Too many requests are pending.").asException());
    }
    return Future.fromCompletionStage(result, vertx.getOrCreateContext());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Completes the future outside of the task, so that handlers cannot fail it or its thread. */
  private static <T> void complete(Callable<T> task, CompletableFuture<T> result) {
    try {
      result.complete(task.call());
    } catch (Exception | Error e) {
      result.completeExceptionally(e);
    }
  }
}
