package io.sitepulse.local.cli.process;

import io.sitepulse.local.StartProgress;
import java.time.Duration;
import java.util.Locale;

/** Lines for people on standard output, with the time since the command began. */
public final class ConsoleOutput implements StartProgress {
  private final long begun = System.nanoTime();

  /** Prints a line. */
  public synchronized void line(String text) {
    System.out.println(text);
    System.out.flush();
  }

  @Override
  public void ready(String part, Duration took) {
    line(String.format(Locale.ROOT, "  %-12s ready in %4.1f s", part, took.toMillis() / 1000.0));
  }

  /** Returns the seconds since the command began. */
  public String elapsed() {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
  }
}
