package io.sitepulse.runtime.table;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The latest value of every key, kept up to date by somebody else. */
public interface TopicTable<V> {
  /** The latest value of a key. */
  Optional<V> get(String key);

  /** The latest values of all keys, as they are now. */
  Collection<V> all();

  /** Calls a listener after each change, on any thread; null means the key is gone. */
  void onChange(BiConsumer<String, @Nullable V> listener);

  /** A compacted topic as such a table. */
  static <V> TopicTable<V> of(KafkaTopicTable<V> topic) {
    return new TopicTable<>() {
      @Override
      public Optional<V> get(String key) {
        return topic.get(key);
      }

      @Override
      public Collection<V> all() {
        return topic.all();
      }

      @Override
      public void onChange(BiConsumer<String, @Nullable V> listener) {
        topic.onChange(listener);
      }
    };
  }
}
