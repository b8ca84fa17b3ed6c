package io.sitepulse.dashboard.definition;

import io.sitepulse.runtime.kafka.Topic;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes definitions. Each write is one transaction with its entry in the topic {@code changes}. It
 * completes once this instance has read it back, so the next request sees it (read your writes).
 * Fails with a 503 problem if Kafka does not accept it in time.
 */
public interface Definitions {

  /**
   * Writes a definition. Fails with a {@link StaleChangeException} if its topic has revisions and
   * another instance has changed the definition since {@code before} was read.
   *
   * @param before the present definition, or null
   * @param action e.g. {@code site.update}
   */
  <V> Future<Void> put(
      Topic<V> topic, String id, @Nullable V before, V after, Author by, String action);

  /**
   * Writes a definition like {@link #put}, without an entry in the change log. For what the system
   * itself records, such as the last use of a key.
   */
  <V> Future<Void> record(Topic<V> topic, String id, V after);

  /** Removes a definition. */
  <V> Future<Void> remove(Topic<V> topic, String id, V before, Author by, String action);

  /** Removes a definition whose content must not remain in the change log. */
  <V> Future<Void> erase(Topic<V> topic, String id, Author by, String action);

  /** Records an action that changes no definition, such as a sign-in. */
  Future<Void> note(Author by, String action, String subject);
}
