package io.sitepulse.dashboard.definition;

import io.sitepulse.runtime.kafka.Topic;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes definitions. Each write goes out together with a note in {@code changes} of who did it,
 * both or neither, and completes once this instance has read it back, so that whoever wrote it sees
 * it. Fails with a 503 problem if Kafka cannot take it in time.
 */
public interface Definitions {

  /**
   * Writes a definition.
   *
   * @param before what was there, or null
   * @param action what was done, e.g. {@code site.update}
   */
  <V> Future<Void> put(
      Topic<V> topic, String id, @Nullable V before, V after, Author by, String action);

  /** Takes a definition away. */
  <V> Future<Void> remove(Topic<V> topic, String id, V before, Author by, String action);

  /** Notes something that changes no definition, such as a sign-in. */
  Future<Void> note(Author by, String action, String subject);
}
