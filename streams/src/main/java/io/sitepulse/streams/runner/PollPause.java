package io.sitepulse.streams.runner;

import java.time.Duration;

/**
 * Determines how long the poll of a stream thread waits for records. A poll ends when records
 * arrive, so its timeout only decides how late a timer of the thread may run. Timers that hold back
 * output are set when records arrive. A thread that has had none for some seconds has only timers
 * of minutes left, so it need not wake up forty times a second. Used by one thread.
 */
final class PollPause {
  /** Time without records after which a thread is quiet. */
  static final Duration QUIET = Duration.ofSeconds(5);

  /** Timeout of the polls of a quiet thread. */
  static final Duration LONGEST = Duration.ofMillis(250);

  private long lastRecord;

  /**
   * Begins with a thread that is not quiet.
   *
   * @param nanoTime a time of {@link System#nanoTime}
   */
  PollPause(long nanoTime) {
    this.lastRecord = nanoTime;
  }

  /** Notes records. */
  void received(long nanoTime) {
    lastRecord = nanoTime;
  }

  /**
   * Returns the timeout of the next poll.
   *
   * @param asked timeout that Kafka Streams asks for. Zero stays zero: there is other work to do.
   */
  Duration timeout(Duration asked, long nanoTime) {
    boolean quiet = nanoTime - lastRecord >= QUIET.toNanos();
    return !quiet || asked.isZero() || asked.compareTo(LONGEST) >= 0 ? asked : LONGEST;
  }
}
