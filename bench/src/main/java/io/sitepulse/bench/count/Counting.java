package io.sitepulse.bench.count;

import io.sitepulse.bench.load.CommittedTotal;
import io.sitepulse.bench.load.PageViewBurst;
import io.sitepulse.bench.process.ChildProcess;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Meter;
import io.sitepulse.bench.report.Sample;
import java.time.Duration;
import java.util.List;

/** A counting program with its load and its committed totals. */
final class Counting implements AutoCloseable {
  private static final int FIRST_BURST = 10_000;
  static final int SMALLEST_BURST = 2_000;
  private static final int LARGEST_BURST = 2_000_000;
  private static final Duration ONLINE = Duration.ofMinutes(5);

  private final Installation installation;
  private final ChildProcess program;
  private final PageViewBurst burst;
  private final CommittedTotal total;
  private final int smallest;
  private double rate;
  private long sent;

  /**
   * Puts a program and its load together.
   *
   * @param smallest fewest events of a run
   * @param sent events that the program counted before
   */
  Counting(
      Installation installation,
      ChildProcess program,
      PageViewBurst burst,
      CommittedTotal total,
      int smallest,
      long sent) {
    this.installation = installation;
    this.program = program;
    this.burst = burst;
    this.total = total;
    this.smallest = smallest;
    this.sent = sent;
  }

  /** Counts for some time, in runs of a given length, and learns the rate. */
  void warmUp(Duration time, Duration run) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    rate = count(FIRST_BURST).rate();
    while (System.nanoTime() < end) {
      rate = measure(run).rate();
    }
  }

  /** Counts as many events as this side counts in some time. */
  Sample measure(Duration time) throws Exception {
    double events = rate * time.toMillis() / 1000;
    return count((int) Math.max(smallest, Math.min(LARGEST_BURST, events)));
  }

  private Sample count(int events) throws Exception {
    burst.send(events);
    sent += events;
    var meter = Meter.begin(List.of(program), installation.shared());
    total.await(sent, ONLINE);
    return meter.end(events);
  }

  /** Events sent so far. */
  long sent() {
    return sent;
  }

  @Override
  public void close() {
    burst.close();
    total.close();
  }
}
