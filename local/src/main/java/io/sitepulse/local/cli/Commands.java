package io.sitepulse.local.cli;

import io.sitepulse.contract.clickhouse.ClickHouseConfig;
import io.sitepulse.local.audit.AuditCommand;
import io.sitepulse.local.instance.RunningInstances;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands; those that are told things are told them here. */
final class Commands implements IFactory {
  private static final int CONNECTIONS = 2;

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == AuditCommand.class
        ? type.cast(new AuditCommand(Commands::running, System.getenv(), Clock.systemUTC()))
        : CommandLine.defaultFactory().create(type);
  }

  /** The ClickHouse of the instance that runs on this machine. */
  private static ClickHouseConfig running() {
    Logging.quiet();
    var clickHouse = RunningInstances.ofUser(System.getenv()).one(null).clickHouse();
    return new ClickHouseConfig(
        clickHouse.url(), clickHouse.user(), clickHouse.password(), CONNECTIONS);
  }
}
