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
   * @return completes on the caller's Vert.x context. Never fails: a text that cannot be analyzed
   *     in time is classified by simple rules.
   */
  Future<Agent> of(String userAgent);
}
