package io.sitepulse.local;

import java.time.Duration;

/** Told of each part that is ready, from several threads. */
@FunctionalInterface
public interface StartProgress {
  /** Says nothing. */
  StartProgress QUIET = (part, took) -> {};

  /**
   * A part is ready.
   *
   * @param part its name, for people
   * @param took since its own start
   */
  void ready(String part, Duration took);

  /** Starts a part and tells how long that took. */
  default <T> T timed(String part, java.util.concurrent.Callable<T> start) throws Exception {
    long begun = System.nanoTime();
    T started = start.call();
    ready(part, Duration.ofNanos(System.nanoTime() - begun));
    return started;
  }
}
