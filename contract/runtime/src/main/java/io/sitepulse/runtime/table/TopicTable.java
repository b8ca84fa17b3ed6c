package io.sitepulse.runtime.table;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The latest value of every key of a topic. */
public interface TopicTable<V> {
  /** Tells if all records that were in the topic at the start have been read. */
  default boolean isLoaded() {
    return true;
  }

  /** The latest value of a key. */
  Optional<V> get(String key);

  /** The latest values of all keys, as they are now. */
  Collection<V> all();

  /**
   * Adds a listener that is called after each change, on any thread. A null value means that the
   * key was removed.
   */
  void onChange(BiConsumer<String, @Nullable V> listener);

  /** Adapts a compacted topic. */
  static <V> TopicTable<V> of(KafkaTopicTable<V> topic) {
    return new TopicTable<>() {
      @Override
      public boolean isLoaded() {
        return topic.isLoaded();
      }

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
