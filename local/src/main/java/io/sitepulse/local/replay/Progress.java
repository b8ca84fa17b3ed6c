package io.sitepulse.local.replay;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the progress from time to time. */
final class Progress {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private long last = System.nanoTime();
  private boolean open;

  /**
   * A progress line.
   *
   * @param out where it is shown
   * @param terminal whether a line can be written over there
   */
  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(long lines, long pages, long answered) {
    long now = System.nanoTime();
    if (now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    String text =
        String.format(
            Locale.ROOT, "%,d lines read, %,d pages, %,d answered", lines, pages, answered);
    out.print(terminal ? "\r" + text : text + System.lineSeparator());
    out.flush();
    open = terminal;
  }

  /** Prints a line of its own. */
  void say(String text) {
    out.println(text);
    out.flush();
  }

  void end() {
    if (open) {
      out.println();
    }
  }
}
