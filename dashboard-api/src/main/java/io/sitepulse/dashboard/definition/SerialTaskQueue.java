package io.sitepulse.dashboard.definition;

import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * Runs asynchronous read-check-write tasks one after another, so that each sees what the one before
 * has written. Holds within this instance: tasks of two instances may check the same state, and
 * then the last write wins. The change log records both. Thread-safe.
 */
public final class SerialTaskQueue {
  private static final int CAPACITY = 50;

  private Future<?> last = Future.succeededFuture();
  private int pending;

  /**
   * Queues a task.
   *
   * @param task must complete its future. An exception it throws fails the returned future.
   * @return the outcome of the task. Fails at once with a 503 problem if {@value #CAPACITY} tasks
   *     are pending.
   */
  public <T> Future<T> submit(Supplier<Future<T>> task) {
    Promise<T> done = Promise.promise();
    Future<?> previous;
    synchronized (this) {
      if (pending == CAPACITY) {
        return Future.failedFuture(
            Problem.unavailable("Too many changes are pending.").asException());
      }
      pending++;
      previous = last;
      last = done.future();
    }
    previous.onComplete(ended -> run(task).onComplete(done));
    return done.future().onComplete(ended -> end());
  }

  private synchronized void end() {
    pending--;
  }

  private static <T> Future<T> run(Supplier<Future<T>> task) {
    try {
      return task.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
