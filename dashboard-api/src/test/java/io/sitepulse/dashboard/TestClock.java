package io.sitepulse.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Clock that runs on from an instant that a test sets. */
public final class TestClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  public TestClock(Instant start) {
    set(start);
  }

  public void set(Instant now) {
    offset = Duration.between(Clock.systemUTC().instant(), now);
  }

  public void advance(Duration by) {
    offset = offset.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset);
  }
}
