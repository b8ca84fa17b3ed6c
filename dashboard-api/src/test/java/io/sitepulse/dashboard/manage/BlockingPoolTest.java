package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingPoolTest {
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BlockingPool pool = new BlockingPool(vertx, "work", 1, registry);

  @AfterEach
  void stop() {
    pool.close();
    vertx.close().await();
  }

  @Test
  void theResultArrivesOnTheEventLoopOfTheCaller() {
    var context = vertx.getOrCreateContext();
    var answers = new CopyOnWriteArrayList<String>();
    context.runOnContext(
        go -> {
          pool.run(() -> "done")
              .onSuccess(value -> answers.add(value + (Vertx.currentContext() == context)));
          pool.run(
                  () -> {
                    throw new IllegalStateException("failed");
                  })
              .onFailure(e -> answers.add(e.getMessage() + (Vertx.currentContext() == context)));
        });
    await()
        .untilAsserted(
            () -> assertThat(answers).containsExactlyInAnyOrder("donetrue", "failedtrue"));
  }

  @Test
  void anExceptionInAHandlerDoesNotFailTheTask() {
    var reported = new CopyOnWriteArrayList<Throwable>();
    var failures = new CopyOnWriteArrayList<Throwable>();
    var broken = new IllegalStateException("the handler's own");
    var context = vertx.getOrCreateContext().exceptionHandler(reported::add);
    context.runOnContext(
        go ->
            pool.run(() -> "done")
                .onFailure(failures::add)
                .onSuccess(
                    value -> {
                      throw broken;
                    }));
    await().untilAsserted(() -> assertThat(reported).containsExactly(broken));
    assertThat(failures).isEmpty();
  }

  @Test
  void aResultForAStoppedCallerKeepsTheThread() throws Exception {
    var ending = Vertx.vertx();
    var threads = new LinkedBlockingQueue<String>();
    var go = new CountDownLatch(1);
    Callable<Boolean> task =
        () -> {
          go.await();
          return threads.add(Thread.currentThread().getName());
        };
    try (var some = new BlockingPool(ending, "some", 1, registry)) {
      some.run(task);
      some.run(task);
      ending.close().await();
      go.countDown();
      // An exception ends a thread, and its successor has another name.
      assertThat(threads.poll(20, TimeUnit.SECONDS)).isEqualTo("some-1");
      assertThat(threads.poll(20, TimeUnit.SECONDS)).isEqualTo("some-1");
    }
  }

  @Test
  void tasksOverTheLimitAreRejectedAndCounted() {
    var never = new CountDownLatch(1);
    List<Throwable> refused = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      var asked =
          pool.run(
              () -> {
                never.await();
                return "never";
              });
      if (asked.failed()) {
        refused.add(asked.cause());
      }
    }
    assertThat(refused).hasSize(4).allSatisfy(e -> assertThat(e).hasMessageContaining("pending"));
    assertThat(registry.get("sitepulse.manage.refused").tag("pool", "work").counter().count())
        .isEqualTo(refused.size());
    never.countDown();
  }
}
