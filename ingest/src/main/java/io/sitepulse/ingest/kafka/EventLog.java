package io.sitepulse.ingest.kafka;

import io.sitepulse.contract.event.PageView;
import io.vertx.core.Future;
import java.util.List;

/** Stores accepted events. */
@FunctionalInterface
public interface EventLog {
  /**
   * Stores events. Never blocks.
   *
   * @return completes on the caller's Vert.x context once all events are stored. Fails with a 503
   *     problem if one is not, although others may be. A client that retries uses the same ids.
   */
  Future<Void> append(List<PageView> events);
}
