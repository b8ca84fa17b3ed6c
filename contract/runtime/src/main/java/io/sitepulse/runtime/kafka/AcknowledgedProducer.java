package io.sitepulse.runtime.kafka;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs sends to Kafka one after another on a thread of its own and reports each acknowledgement on
 * the caller's Vert.x context. {@code KafkaProducer.send} may wait for metadata and a transaction
 * waits for its commit, so neither may run on an event loop. The number of sends in flight is
 * bounded. Thread-safe.
 */
public final class AcknowledgedProducer {
  private final Vertx vertx;
  private final Semaphore permits;
  private final ThreadPoolExecutor thread;

  /** A send. Runs on the thread of the producer, which may be blocked. */
  @FunctionalInterface
  public interface Send {
    /**
     * Sends. An exception fails the promise.
     *
     * @param acknowledged to be completed or failed once the outcome is known, on any thread
     */
    void start(Promise<Void> acknowledged);
  }

  /** Thrown when the limit of sends in flight is reached. */
  public static final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverloadedException() {
      super("too many records in flight", null, false, false);
    }
  }

  /**
   * Prepares the thread.
   *
   * @param maxInFlight number of sends that may wait for their acknowledgement
   */
  public AcknowledgedProducer(Vertx vertx, String threadName, int maxInFlight) {
    this.vertx = vertx;
    this.permits = new Semaphore(maxInFlight);
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(maxInFlight),
            work -> daemon(threadName, work));
  }

  /**
   * Queues a send. Never blocks.
   *
   * @return completes on the caller's Vert.x context after the acknowledgement. Fails with {@link
   *     OverloadedException} if the limit is reached, otherwise with the cause.
   */
  public Future<Void> send(Send send) {
    if (!permits.tryAcquire()) {
      return Future.failedFuture(new OverloadedException());
    }
    Context caller = vertx.getOrCreateContext();
    Promise<Void> acknowledged = Promise.promise();
    acknowledged.future().onComplete(done -> permits.release());
    try {
      thread.execute(new QueuedSend(send, acknowledged));
    } catch (RejectedExecutionException e) {
      acknowledged.tryFail(e);
    }
    return on(caller, acknowledged.future());
  }

  /**
   * Refuses further sends and waits for the queued ones to be started.
   *
   * @param timeout longest wait. After it the running send is interrupted, and the sends that were
   *     not started fail with {@link RejectedExecutionException}.
   */
  public void close(Duration timeout) {
    thread.shutdown();
    try {
      if (thread.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Runnable queued : thread.shutdownNow()) {
      ((QueuedSend) queued).reject();
    }
  }

  private record QueuedSend(Send send, Promise<Void> acknowledged) implements Runnable {
    @Override
    public void run() {
      try {
        send.start(acknowledged);
      } catch (RuntimeException e) {
        acknowledged.tryFail(e);
      }
    }

    /** Fails the send, so that its caller is answered although the producer is closed. */
    void reject() {
      acknowledged.tryFail(new RejectedExecutionException("closed before the send was started"));
    }
  }

  private static Future<Void> on(Context caller, Future<Void> future) {
    Promise<Void> promise = Promise.promise();
    future.onComplete(done -> caller.runOnContext(run -> promise.handle(done)));
    return promise.future();
  }

  private static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
