package io.sitepulse.local.cli;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.audit.AuditCommand;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.instance.RunningInstances;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates the command objects and passes them their dependencies. */
final class CommandFactory implements IFactory {
  private static final int CONNECTIONS = 2;

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == AuditCommand.class
        ? type.cast(new AuditCommand(CommandFactory::running, System.getenv(), Clock.systemUTC()))
        : CommandLine.defaultFactory().create(type);
  }

  /** Finds the instance on this machine. If several run, the data folder selects one. */
  private static AuditCommand.Installation running(@Nullable Path data) {
    Logging.quiet();
    var instance = RunningInstances.ofUser(System.getenv()).one(data);
    var clickHouse = instance.clickHouse();
    return new AuditCommand.Installation(
        new ClickHouseConfig(
            clickHouse.url(), clickHouse.user(), clickHouse.password(), CONNECTIONS),
        instance.kafka().client());
  }
}
