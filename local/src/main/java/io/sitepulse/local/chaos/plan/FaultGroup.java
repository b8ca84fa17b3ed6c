package io.sitepulse.local.chaos.plan;

import java.util.Locale;

/** Groups of faults that need the same of the machine. */
public enum FaultGroup {
  /** Kills, pauses, joins, repeated requests. Always possible. */
  PROCESS,
  /** Full disks. */
  DISK,
  /** Wrong clocks. */
  CLOCK,
  /** Cut networks. */
  NETWORK;

  /** Name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
