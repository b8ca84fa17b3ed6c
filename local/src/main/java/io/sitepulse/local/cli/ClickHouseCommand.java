package io.sitepulse.local.cli;

import io.sitepulse.local.cli.option.ServerOptions;
import io.sitepulse.local.cli.process.Foreground;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.clickhouse.ClickHouseOptions;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The embedded ClickHouse as a process of its own. */
@Command(
    name = "clickhouse",
    header = "Runs the embedded ClickHouse alone.",
    descriptionHeading = "%n",
    description = {
      "Runs the embedded ClickHouse alone, on loopback: the real engine behind "
          + "ClickHouse's HTTP interface, for work with the modules as separate processes. Not "
          + "for production.",
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  SITEPULSE_CLICKHOUSE_PASSWORD  what clients must show (a random one, printed at the start)",
      "  SITEPULSE_CACHE                where the engine is kept (~/.cache/sitepulse)",
      "",
      "Examples:",
      "  SITEPULSE_CLICKHOUSE_PASSWORD=secret ./sitepulse clickhouse --data /tmp/ch --port 8123",
      "  curl -u default:secret --data 'SELECT version()' http://127.0.0.1:8123/"
    })
final class ClickHouseCommand implements Callable<Integer> {
  @Mixin private ServerOptions chosen = new ServerOptions(8123);

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError();
    Foreground.run(
        () -> {
          try (var server = EmbeddedClickHouse.start(options())) {
            System.out.println(
                "ClickHouse answers at "
                    + server.httpUrl()
                    + " as "
                    + server.user()
                    + shown(server));
            System.out.println("Ctrl-C to stop");
            server.onExit().get();
            throw new io.sitepulse.local.instance.StartException("the engine ended by itself");
          }
        });
    return 0;
  }

  private ClickHouseOptions options() {
    var options = ClickHouseOptions.in(chosen.data()).withPort(chosen.port());
    return password().isBlank() ? options : options.withPassword(password());
  }

  private static String shown(EmbeddedClickHouse server) {
    return password().isBlank() ? " with the password " + server.password() : "";
  }

  private static String password() {
    return System.getenv().getOrDefault("SITEPULSE_CLICKHOUSE_PASSWORD", "");
  }
}
