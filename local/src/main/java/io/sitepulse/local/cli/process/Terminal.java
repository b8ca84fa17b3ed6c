package io.sitepulse.local.cli.process;

/** Whether somebody looks at standard error; the script knows, Java does not on every version. */
public final class Terminal {
  private Terminal() {}

  public static boolean isOne() {
    return Boolean.getBoolean("sitepulse.terminal");
  }
}
