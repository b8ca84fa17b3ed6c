package io.sitepulse.local.cli.process;

import org.apache.kafka.common.utils.Exit;

/**
 * A broker that cannot write ends its process at once, without a word where people look. With the
 * process goes everything else in it; the next start goes on from what is on the disk.
 */
public final class BrokerHaltHandler {
  private static final int FAILED = 1;

  private BrokerHaltHandler() {}

  /** Makes it say why in one line. */
  public static void saySo() {
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
