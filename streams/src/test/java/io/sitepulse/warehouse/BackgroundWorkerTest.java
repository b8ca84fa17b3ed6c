package io.sitepulse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackgroundWorkerTest {
  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

  @Test
  void aFailedRunIsRepeatedAfterTheBackoff() throws InterruptedException {
    try (var worker = worker(2)) {
      worker.start();
      assertThat(calls(5)).containsExactly("run", "failed 1", "run", "failed 2", "run");
      assertThat(calls(1)).containsExactly("recovered 2");
    }
  }

  @Test
  void closingEndsAWait() throws InterruptedException {
    var worker = worker(0);
    worker.start();
    assertThat(calls(1)).containsExactly("run");
    worker.close();
    assertThat(worker.isClosing()).isTrue();
    assertThat(calls).isEmpty();
  }

  @Test
  void aWorkerThatWasNeverStartedCanBeClosed() {
    worker(0).close();
    assertThat(calls).isEmpty();
  }

  private BackgroundWorker worker(int failures) {
    var task = new FailingTask(failures);
    return new BackgroundWorker("test", task, new Backoff(MILLISECOND, MILLISECOND), LONG);
  }

  private List<@Nullable String> calls(int count) throws InterruptedException {
    var taken = new ArrayList<@Nullable String>();
    for (int i = 0; i < count; i++) {
      taken.add(calls.poll(2, TimeUnit.MINUTES));
    }
    return taken;
  }

  /** Fails some times and then waits for a long time after each run. */
  private final class FailingTask implements BackgroundWorker.Task {
    private int failuresLeft;

    private FailingTask(int failures) {
      this.failuresLeft = failures;
    }

    @Override
    public Duration run() {
      calls.add("run");
      if (failuresLeft-- > 0) {
        throw new IllegalStateException("refused");
      }
      return LONG;
    }

    @Override
    public void failed(RuntimeException cause, int failures, Duration wait) {
      calls.add("failed " + failures);
    }

    @Override
    public void recovered(int failures) {
      calls.add("recovered " + failures);
    }
  }
}
