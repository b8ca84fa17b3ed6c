package io.sitepulse.ingest.useragent;

import io.sitepulse.contract.event.Agent;
import io.vertx.core.Future;

/** Parses user agents. */
@FunctionalInterface
public interface UserAgentParser {
  /**
   * Parses a user agent. Never blocks.
   *
   * @param userAgent as sent, empty if there is none
   * @return completes on the caller's Vert.x context. Fails with a 503 problem if too many user
   *     agents are waiting.
   */
  Future<Agent> of(String userAgent);
}
