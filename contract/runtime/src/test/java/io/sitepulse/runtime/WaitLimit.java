package io.sitepulse.runtime;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The longest that a test of any module waits for a condition, unless it says otherwise. It only
 * tells how late a failure is seen. Awaitility's own 10 s are too short for a busy machine.
 */
public final class WaitLimit implements LauncherSessionListener {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LIMIT);
  }
}
