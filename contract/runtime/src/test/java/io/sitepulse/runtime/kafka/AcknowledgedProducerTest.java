package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcknowledgedProducerTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final AcknowledgedProducer producer = new AcknowledgedProducer(vertx, "test", 2);

  @AfterEach
  void close() {
    producer.close(Duration.ZERO);
    vertx.close().await();
  }

  @Test
  void aSendAboveTheLimitFailsAtOnceAndAnAcknowledgementMakesRoom() {
    var first = new CompletableFuture<Promise<Void>>();
    Future<Void> held = producer.send(first::complete);
    producer.send(never -> {});

    Future<Void> refused = producer.send(Promise::complete);

    assertThat(refused.cause()).isInstanceOf(AcknowledgedProducer.OverloadedException.class);
    first.join().complete();
    await().until(held::succeeded);
    Future<Void> accepted = producer.send(Promise::complete);
    await().until(accepted::succeeded);
  }

  @Test
  void theOutcomeIsReportedOnTheContextOfTheCaller() {
    Context caller = vertx.getOrCreateContext();
    var reported = new AtomicReference<Context>();

    caller.runOnContext(
        run ->
            producer
                .send(Promise::complete)
                .onComplete(done -> reported.set(Vertx.currentContext())));

    await().untilAsserted(() -> assertThat(reported.get()).isEqualTo(caller));
  }

  @Test
  void anExceptionFailsItsSendAlone() {
    Future<Void> broken =
        producer.send(
            acknowledged -> {
              throw new IllegalStateException("no metadata");
            });
    await().until(broken::isComplete);

    Future<Void> next = producer.send(Promise::complete);

    assertThat(broken.cause()).hasMessage("no metadata");
    await().until(next::succeeded);
  }

  @Test
  void sendsThatWereNotStartedFailWhenTheCloseTimesOut() throws InterruptedException {
    var started = new CountDownLatch(1);
    Future<Void> running =
        producer.send(
            acknowledged -> {
              started.countDown();
              block();
              throw new IllegalStateException("interrupted");
            });
    Future<Void> queued = producer.send(Promise::complete);
    started.await();

    producer.close(Duration.ofMillis(1));

    await().until(() -> running.failed() && queued.failed());
    assertThat(queued.cause()).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void queuedSendsAreStartedBeforeTheCloseEnds() {
    Future<Void> queued = producer.send(Promise::complete);

    producer.close(LONG);

    await().until(queued::succeeded);
    Future<Void> late = producer.send(Promise::complete);
    await().until(late::failed);
  }

  /** Waits until the thread is interrupted. */
  private static void block() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
