package io.sitepulse.local.replay;

/** Tells robots as ingest does, so that the summary can be compared with the counters. */
@FunctionalInterface
public interface BotJudge {
  /** Whether a user agent is a robot's; empty if it says nothing. May take milliseconds. */
  boolean isBot(String agent) throws InterruptedException;
}
