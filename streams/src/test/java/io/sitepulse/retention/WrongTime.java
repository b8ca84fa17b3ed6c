package io.sitepulse.retention;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/** A wall clock that is ahead of that of this machine, or behind. */
record WrongTime(Duration ahead) implements Time {
  @Override
  public long milliseconds() {
    return Time.SYSTEM.milliseconds() + ahead.toMillis();
  }

  @Override
  public long nanoseconds() {
    return Time.SYSTEM.nanoseconds();
  }

  @Override
  public void sleep(long ms) {
    Time.SYSTEM.sleep(ms);
  }

  @Override
  public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMs)
      throws InterruptedException {
    Time.SYSTEM.waitObject(object, condition, deadlineMs - ahead.toMillis());
  }
}
