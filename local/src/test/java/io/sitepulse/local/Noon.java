package io.sitepulse.local;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A place where it is about noon now, so that no test has a midnight in it that it does not want.
 */
public final class Noon {
  private Noon() {}

  public static ZoneId zone() {
    int hour = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getHour();
    int ahead = 12 - hour;
    // The sign of these names is the opposite of that of an offset.
    return ZoneId.of(ahead == 0 ? "Etc/UTC" : "Etc/GMT%+d".formatted(-ahead));
  }
}
