package io.sitepulse.streams.view;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Lets a task commit soon after its start, whether there is a record or not. Kafka Streams 4.4
 * stores the offsets of a window store at a commit only, and in its segments. A task that was
 * restored and then moved before its first commit, or whose window store has no entry, is taken for
 * corrupted: it is restored again, after a rebalance, which may move it again. Two processes
 * without events did that for minutes.
 */
public final class StartCommit {
  private static final Duration SOON = Duration.ofMillis(1);

  private StartCommit() {}

  /**
   * Schedules the commit. Call it in {@code init}.
   *
   * @param before called before the commit with the time in epoch milliseconds, for a first entry
   */
  public static void schedule(ProcessorContext<?, ?> context, Punctuator before) {
    var once = new Once(before);
    once.timer = context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, once);
  }

  private static final class Once implements Punctuator {
    private final Punctuator before;

    @SuppressWarnings("NullAway.Init") // set before the first run, which is on the same thread
    private Cancellable timer;

    Once(Punctuator before) {
      this.before = before;
    }

    @Override
    public void punctuate(long now) {
      timer.cancel();
      before.punctuate(now);
    }
  }
}
