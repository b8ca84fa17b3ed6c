package io.sitepulse.dashboard.kafka;

import io.sitepulse.dashboard.definition.StaleChangeException;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Completes a write once this instance's tables contain it, so that the next response shows it. */
public final class ReadYourWrites {
  /**
   * Longest wait for a table that takes every record. After it the value was overwritten or reading
   * lags behind. The write is durable anyway.
   */
  private static final long TIMEOUT_MS = 3_000;

  /**
   * Longest wait for a table that may reject the record: without its answer the caller has none.
   */
  private static final long VERDICT_TIMEOUT_MS = 15_000;

  private final Vertx vertx;
  private final Map<String, Watched<?>> tables = new HashMap<>();

  /** A table and the writes that it does not contain yet. */
  private record Watched<V>(Topic<V> topic, KafkaTopicTable<V> table, List<Expected> expected) {
    boolean has(String id, @Nullable Object value) {
      return Objects.equals(table.get(id).orElse(null), value);
    }

    void reject(String id, V rejected) {
      expected.forEach(one -> one.reject(id, rejected));
    }

    /** Values are compared, and not bytes: maps and sets may be written in any order. */
    @Nullable Object parsed(byte @Nullable [] value) {
      return value == null ? null : topic.value().deserializer().deserialize(topic.name(), value);
    }
  }

  /**
   * A write that a table will contain. It is created before the write, so that it misses nothing.
   */
  final class Expected {
    private final @Nullable Watched<?> watched;
    private final String id;
    private final @Nullable Object value;
    private final Promise<Void> read = Promise.promise();

    private Expected(@Nullable Watched<?> watched, String id, byte @Nullable [] value) {
      this.watched = watched;
      this.id = id;
      this.value = watched == null ? null : watched.parsed(value);
    }

    /** Stops waiting, because the write failed. */
    void cancel() {
      if (watched != null) {
        watched.expected().remove(this);
      }
    }

    /**
     * Completes once the table contains the value, or after a few seconds. Fails with a {@link
     * StaleChangeException} if the table has rejected it, and with a 503 problem if it rejects
     * records and has not read the value in time.
     */
    Future<Void> withinPatience() {
      if (watched == null) {
        return Future.succeededFuture();
      }
      look();
      boolean mayReject = watched.table().rejectsRecords();
      long timer =
          vertx.setTimer(mayReject ? VERDICT_TIMEOUT_MS : TIMEOUT_MS, late -> giveUp(mayReject));
      return read.future()
          .onComplete(
              done -> {
                vertx.cancelTimer(timer);
                cancel();
              });
    }

    private void giveUp(boolean uncertain) {
      if (uncertain) {
        read.tryFail(Problem.unavailable("The change cannot be confirmed now.").asException());
      } else {
        read.tryComplete();
      }
    }

    private void look() {
      if (watched != null && watched.has(id, value)) {
        read.tryComplete();
      }
    }

    private void reject(String rejectedId, Object rejected) {
      if (rejectedId.equals(id) && rejected.equals(value)) {
        read.tryFail(new StaleChangeException());
      }
    }
  }

  public ReadYourWrites(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Adds a table. All tables must be added before the first write. */
  public <V> ReadYourWrites of(Topic<V> topic, KafkaTopicTable<V> table) {
    var watched = new Watched<>(topic, table, new CopyOnWriteArrayList<>());
    table.onChange((id, value) -> watched.expected().forEach(Expected::look));
    table.onRejected(watched::reject);
    tables.put(topic.name(), watched);
    return this;
  }

  /**
   * Starts to wait for a value. Call it before the write.
   *
   * @param value serialized value, or null if the key is removed
   */
  <V> Expected expect(Topic<V> topic, String id, byte @Nullable [] value) {
    Watched<?> watched = tables.get(topic.name());
    var expected = new Expected(watched, id, value);
    if (watched != null) {
      watched.expected().add(expected);
    }
    return expected;
  }
}
