package io.sitepulse.local.clickhouse;

import java.nio.file.Path;

/** A parent to be killed: starts an engine and tells its process id and port. */
final class ParentMain {
  private ParentMain() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(Path.of(arguments[0]), 0);
    System.out.println("child " + clickHouse.pid());
    clickHouse.onExit().join();
  }
}
