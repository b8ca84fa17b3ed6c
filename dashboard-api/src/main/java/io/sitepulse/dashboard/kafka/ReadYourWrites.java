package io.sitepulse.dashboard.kafka;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Completes a write once this instance's tables contain it, so that the next response shows it. */
public final class ReadYourWrites {
  /**
   * Longest wait. After it the value was overwritten or reading lags behind. The write is durable
   * anyway.
   */
  private static final long PATIENCE_MS = 3_000;

  private final Vertx vertx;
  private final Map<String, Looks> tables = new HashMap<>();

  /** Tells if a table contains a value. */
  private interface Look {
    boolean has(String id, byte @Nullable [] value);
  }

  private record Looks(Look look, CopyOnWriteArrayList<Runnable> waiting) {}

  public ReadYourWrites(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Adds a table. All tables must be added before the first write. */
  public <V> ReadYourWrites of(Topic<V> topic, KafkaTopicTable<V> table) {
    var looks =
        new Looks((id, value) -> has(topic, table, id, value), new CopyOnWriteArrayList<>());
    table.onChange((id, value) -> looks.waiting().forEach(Runnable::run));
    tables.put(topic.name(), looks);
    return this;
  }

  /**
   * Completes once the table contains a value, or after a few seconds.
   *
   * @param value serialized value, or null if the key was removed
   */
  <V> Future<Void> of(Topic<V> topic, String id, byte @Nullable [] value) {
    Looks table = tables.get(topic.name());
    if (table == null) {
      return Future.succeededFuture();
    }
    Promise<Void> seen = Promise.promise();
    Runnable look =
        () -> {
          if (table.look().has(id, value)) {
            seen.tryComplete();
          }
        };
    table.waiting().add(look);
    look.run();
    long timer = vertx.setTimer(PATIENCE_MS, late -> seen.tryComplete());
    return seen.future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              table.waiting().remove(look);
            });
  }

  private static <V> boolean has(
      Topic<V> topic, KafkaTopicTable<V> table, String id, byte @Nullable [] value) {
    return table
        .get(id)
        .map(now -> Arrays.equals(topic.value().serializer().serialize(topic.name(), now), value))
        .orElse(value == null);
  }
}
