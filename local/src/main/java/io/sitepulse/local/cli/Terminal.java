package io.sitepulse.local.cli;

/** Whether somebody looks at standard error; the script knows, Java does not on every version. */
final class Terminal {
  private Terminal() {}

  static boolean isOne() {
    return Boolean.getBoolean("sitepulse.terminal");
  }
}
