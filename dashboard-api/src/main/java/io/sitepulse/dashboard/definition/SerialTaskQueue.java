package io.sitepulse.dashboard.definition;

import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * Changes of a kind of definitions, one after another: each is judged by what the one before has
 * left. Holds for this instance. Two instances that are asked within the same few milliseconds
 * judge by the same state, and the later write stands; the log of changes shows both.
 */
public final class SerialTaskQueue {
  private static final int WAITING = 50;

  private Future<?> last = Future.succeededFuture();
  private int waiting;

  /**
   * Does work when it is its turn.
   *
   * @param work must end, in success or failure; what it throws fails the future
   * @return its outcome; a 503 problem at once if {@value #WAITING} are waiting already
   */
  public <T> Future<T> take(Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    Future<?> before;
    synchronized (this) {
      if (waiting == WAITING) {
        return Future.failedFuture(
            Problem.unavailable("Too many changes are waiting.").asException());
      }
      waiting++;
      before = last;
      last = done.future();
    }
    before.onComplete(turn -> run(work).onComplete(done));
    return done.future().onComplete(ended -> end());
  }

  private synchronized void end() {
    waiting--;
  }

  private static <T> Future<T> run(Supplier<Future<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
