package io.sitepulse.warehouse;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task again and again on a daemon thread of its own. A failed run is repeated after a
 * backoff, for as long as it takes.
 *
 * <pre>
 * new ── start() ──▶ running ── close() ──▶ closed
 *                     │   ▲
 *      the task fails │   │ the backoff has passed
 *                     ▼   │
 *                    waiting
 * </pre>
 */
public final class BackgroundWorker implements AutoCloseable {
  private final Task task;
  private final Backoff backoff;
  private final Duration closeTimeout;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** The work to repeat. Both methods are called on the thread of the worker. */
  public interface Task {
    /**
     * Runs once.
     *
     * @return how long to wait before the next run
     */
    Duration run();

    /**
     * Reports a failed run, before the wait.
     *
     * @param failures number of failed runs in a row
     * @param wait how long the worker waits before the next run
     */
    void failed(RuntimeException cause, int failures, Duration wait);

    /** Reports the first successful run after {@code failures} failed ones. */
    default void recovered(int failures) {}
  }

  /**
   * Prepares the worker. Nothing runs before {@link #start}.
   *
   * @param name name of the thread
   * @param closeTimeout how long {@link #close} waits for the current run
   */
  public BackgroundWorker(String name, Task task, Backoff backoff, Duration closeTimeout) {
    this.task = task;
    this.backoff = backoff;
    this.closeTimeout = closeTimeout;
    this.thread = new Thread(this::loop, name);
    thread.setDaemon(true);
  }

  /** Starts the thread. Call once. */
  public void start() {
    thread.start();
  }

  /** Returns whether the current run should end soon. Any thread may ask. */
  public boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Records success in the middle of a run that goes on until the worker is closed. */
  public void succeeded() {
    if (backoff.failures() > 0) {
      task.recovered(backoff.failures());
    }
    backoff.succeeded();
  }

  /** Waits for the current run to end, then stops. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(closeTimeout.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    try {
      boolean closed = isClosing();
      while (!closed) {
        closed = closing.await(runOnce().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration runOnce() {
    try {
      Duration pause = task.run();
      succeeded();
      return pause;
    } catch (RuntimeException e) {
      Duration wait = backoff.failed();
      task.failed(e, backoff.failures(), wait);
      return wait;
    }
  }
}
