package io.sitepulse.local;

import java.time.Duration;

/** Receives a report for each component that is ready. Called from several threads. */
@FunctionalInterface
public interface StartProgress {
  /** Ignores all reports. */
  StartProgress QUIET = (part, took) -> {};

  /**
   * Reports that a component is ready.
   *
   * @param part name for people
   * @param took time since its own start
   */
  void ready(String part, Duration took);

  /** Starts a component and reports how long that took. */
  default <T> T timed(String part, java.util.concurrent.Callable<T> start) throws Exception {
    long begun = System.nanoTime();
    T started = start.call();
    ready(part, Duration.ofNanos(System.nanoTime() - begun));
    return started;
  }
}
