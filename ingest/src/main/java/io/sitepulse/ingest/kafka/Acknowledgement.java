package io.sitepulse.ingest.kafka;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Waits for the acknowledgements of the events of one request. Thread-safe. */
final class Acknowledgement {
  private final AtomicInteger open;
  private final AtomicInteger failed = new AtomicInteger();
  private final Completion completion;

  /**
   * Creates one.
   *
   * @param events number of events to wait for, at least 1
   * @param completion called once, on the thread of the last acknowledgement
   */
  Acknowledgement(int events, Completion completion) {
    this.open = new AtomicInteger(events);
    this.completion = completion;
  }

  /** Notes that an event is stored, or that it failed with an error. */
  void complete(@Nullable Exception error) {
    if (error != null) {
      failed.incrementAndGet();
    }
    if (open.decrementAndGet() == 0) {
      completion.done(failed.get());
    }
  }

  /** Receives the result. */
  interface Completion {
    /** All events are acknowledged, except for the number of those that failed. */
    void done(int failed);
  }
}
