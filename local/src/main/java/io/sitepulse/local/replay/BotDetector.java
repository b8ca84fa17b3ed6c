package io.sitepulse.local.replay;

/** Recognises robots as ingest does, so that the summary can be compared with the counters. */
@FunctionalInterface
public interface BotDetector {
  /**
   * Tells if a user agent is a robot's. Empty if the user agent says nothing. May take
   * milliseconds.
   */
  boolean isBot(String agent) throws InterruptedException;
}
