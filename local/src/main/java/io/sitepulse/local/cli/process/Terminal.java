package io.sitepulse.local.cli.process;

/**
 * Tells if standard error is a terminal. The {@code sitepulse} script passes this as a system
 * property, because not every Java version can tell.
 */
public final class Terminal {
  private Terminal() {}

  public static boolean isOne() {
    return Boolean.getBoolean("sitepulse.terminal");
  }
}
