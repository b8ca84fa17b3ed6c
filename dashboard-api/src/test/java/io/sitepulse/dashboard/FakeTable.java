package io.sitepulse.dashboard;

import io.sitepulse.runtime.table.TopicTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Topic table in memory that a test fills. */
public final class FakeTable<V> implements TopicTable<V> {
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<BiConsumer<String, @Nullable V>> listeners =
      new CopyOnWriteArrayList<>();

  private volatile boolean loaded = true;

  /** Sets if the table has been read. */
  public void setLoaded(boolean loaded) {
    this.loaded = loaded;
  }

  @Override
  public boolean isLoaded() {
    return loaded;
  }

  public void put(String key, V value) {
    values.put(key, value);
    listeners.forEach(listener -> listener.accept(key, value));
  }

  public void remove(String key) {
    values.remove(key);
    listeners.forEach(listener -> listener.accept(key, null));
  }

  @Override
  public Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public Collection<V> all() {
    return List.copyOf(values.values());
  }

  @Override
  public void onChange(BiConsumer<String, @Nullable V> listener) {
    listeners.add(listener);
  }
}
