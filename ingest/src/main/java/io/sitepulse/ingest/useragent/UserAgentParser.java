package io.sitepulse.ingest.useragent;

import io.sitepulse.contract.event.Agent;
import io.vertx.core.Future;

/** Tells what a user agent says. */
@FunctionalInterface
public interface UserAgentParser {
  /**
   * Reads a user agent. Never blocks.
   *
   * @param userAgent as sent, empty if there is none
   * @return completes on the caller's Vert.x context; fails with a 503 problem if too many wait
   */
  Future<Agent> of(String userAgent);
}
