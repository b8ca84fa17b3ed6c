package io.sitepulse.local.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the commands that run one embedded server alone. */
public final class ServerOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder of its data; it goes on with what is there.")
  private Path data = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Where clients connect, on 127.0.0.1; 0 takes any free port (${DEFAULT-VALUE}).")
  private int port;

  /** Creates options with the server's usual port as the default. */
  public ServerOptions(int port) {
    this.port = port;
  }

  public Path data() {
    return data;
  }

  public int port() {
    return port;
  }
}
