package io.sitepulse.ingest.kafka;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the acknowledgements of one request's records. They arrive on Kafka's thread. The last
 * one completes the result on the request's Vert.x context. Thread-safe.
 */
final class BatchAcknowledgements {
  private final Context context;
  private final int expected;
  private final IntConsumer produced;
  private final AtomicInteger open;
  private final AtomicInteger failed = new AtomicInteger();
  private final Promise<Void> all = Promise.promise();

  BatchAcknowledgements(Context context, int expected, IntConsumer produced) {
    this.context = context;
    this.expected = expected;
    this.produced = produced;
    this.open = new AtomicInteger(expected);
  }

  /** Records an acknowledgement or the error of a record. */
  void one(@Nullable Exception error) {
    if (error != null) {
      failed.incrementAndGet();
    }
    if (open.decrementAndGet() == 0) {
      context.runOnContext(hop -> complete(error));
    }
  }

  /** Completes on the context once all records are acknowledged, or fails if one record failed. */
  Future<Void> all() {
    return all.future();
  }

  private void complete(@Nullable Exception last) {
    produced.accept(expected - failed.get());
    if (failed.get() == 0) {
      all.complete();
    } else {
      all.fail(last == null ? new IllegalStateException("a record before it failed") : last);
    }
  }
}
