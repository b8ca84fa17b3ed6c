package io.sitepulse.dashboard;

import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.runtime.kafka.Topic;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes definitions directly to the tables of a test, and records the notes of the change log. */
public final class FakeDefinitions implements Definitions {
  /** One text per write: author, action and subject. */
  public final List<String> notes = new CopyOnWriteArrayList<>();

  private final Map<Topic<?>, FakeTable<?>> tables = new HashMap<>();

  public <V> FakeDefinitions into(Topic<V> topic, FakeTable<V> table) {
    tables.put(topic, table);
    return this;
  }

  @Override
  public <V> Future<Void> put(
      Topic<V> topic, String id, @Nullable V before, V after, Author by, String action) {
    table(topic).put(id, after);
    return note(by, action, id);
  }

  @Override
  public <V> Future<Void> record(Topic<V> topic, String id, V after) {
    table(topic).put(id, after);
    return Future.succeededFuture();
  }

  @Override
  public <V> Future<Void> remove(Topic<V> topic, String id, V before, Author by, String action) {
    table(topic).remove(id);
    return note(by, action, id);
  }

  @Override
  public <V> Future<Void> erase(Topic<V> topic, String id, Author by, String action) {
    table(topic).remove(id);
    return note(by, action, id);
  }

  @Override
  public Future<Void> note(Author by, String action, String subject) {
    notes.add(by.id() + " " + action + " " + subject);
    return Future.succeededFuture();
  }

  @SuppressWarnings("unchecked") // into() registers each topic with a table of its value type
  private <V> FakeTable<V> table(Topic<V> topic) {
    return (FakeTable<V>) Objects.requireNonNull(tables.get(topic));
  }
}
