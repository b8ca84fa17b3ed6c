package io.sitepulse.local.cli.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task until it ends or Ctrl-C or SIGTERM arrives. Then its thread is interrupted, and the
 * process waits until the task has closed its resources.
 */
public final class Foreground {
  private static final long TIMEOUT_SECONDS = 60;

  private final Thread thread = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopping;

  private Foreground() {}

  /** A blocking task. It closes its resources when it is interrupted. */
  @FunctionalInterface
  public interface Body {
    void run() throws Exception;
  }

  public static void run(Body body) throws Exception {
    new Foreground().runHere(body);
  }

  /** Blocks until the thread is interrupted. */
  public static void untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private void runHere(Body body) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try {
      body.run();
    } catch (Exception e) {
      if (!stopping) {
        throw e;
      }
    } finally {
      done.countDown();
    }
  }

  private void stop() {
    stopping = true;
    thread.interrupt();
    try {
      if (!done.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("sitepulse: not everything ended in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
