package io.sitepulse.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set, in UTC. */
public final class StandingClock extends Clock {
  private volatile Instant now;

  public StandingClock(Instant now) {
    this.now = now;
  }

  /** Sets it. */
  public void set(Instant instant) {
    now = instant;
  }

  /** Sets it so much later. For one thread: what another sets meanwhile is lost. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it is set, not read by people");
  }
}
