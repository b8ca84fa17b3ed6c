package io.sitepulse.ingest.kafka;

import io.sitepulse.contract.event.PageView;
import io.vertx.core.Future;
import java.util.List;

/** Where accepted events go. */
@FunctionalInterface
public interface EventLog {
  /**
   * Writes events. Never blocks.
   *
   * @return completes on the caller's Vert.x context once all of them are safe; fails with a 503
   *     problem if any is not, though others may be: whoever repeats them uses the same ids
   */
  Future<Void> append(List<PageView> events);
}
