package io.sitepulse.local.cli.process;

import org.apache.kafka.common.utils.internals.Exit;

/**
 * Prints why the broker halted the process. Kafka halts the JVM at once when it cannot write its
 * log. The next start continues from what is on the disk.
 */
public final class BrokerHaltHandler {
  private static final int FAILED = 1;

  private BrokerHaltHandler() {}

  /** Installs the handler. */
  public static void install() {
    Exit.setHaltProcedure((status, message) -> end());
    Exit.setExitProcedure((status, message) -> end());
  }

  private static void end() {
    System.err.println(
        "sitepulse: Kafka cannot write its log and has stopped: the disk is full or broken; make"
            + " room and start again (the log says more)");
    System.err.flush();
    Runtime.getRuntime().halt(FAILED);
  }
}
