package io.sitepulse.streams.counter;

import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose latest values are kept as objects. The record cache of Kafka Streams keeps bytes,
 * which each read parses, and drops many of them at each commit.
 *
 * <p>It belongs to one start of a task, whose transaction may be aborted: a processor makes a new
 * one in {@code init}.
 *
 * @param <V> an immutable value
 */
final class CachedStore<V> {
  private final KeyValueStore<String, V> store;
  private final LRUCache<String, V> cache;

  /**
   * Puts a cache before a store.
   *
   * @param size most values in the cache
   */
  CachedStore(KeyValueStore<String, V> store, int size) {
    this.store = store;
    this.cache = new LRUCache<>(size);
  }

  @Nullable V get(String key) {
    V cached = cache.get(key);
    if (cached != null) {
      return cached;
    }
    V stored = store.get(key);
    if (stored != null) {
      cache.put(key, stored);
    }
    return stored;
  }

  void put(String key, V value) {
    store.put(key, value);
    cache.put(key, value);
  }
}
