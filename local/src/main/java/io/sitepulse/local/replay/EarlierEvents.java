package io.sitepulse.local.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * The events that were sent so long ago that sitepulse no longer recognises them by their ids. They
 * must not be sent again, because they would count twice.
 */
@FunctionalInterface
public interface EarlierEvents extends AutoCloseable {
  /** No events: nothing was sent before, or it cannot be known. */
  EarlierEvents NONE = ids -> Set.of();

  /** Returns those of the ids that belong to such events. */
  Set<UUID> among(Collection<UUID> ids);

  /**
   * Called with the time of each line before its page is sent.
   *
   * @throws UnknownEarlierEventsException if it cannot be known whether the page was sent before
   */
  default void check(Instant at) {}

  @Override
  default void close() {}
}
