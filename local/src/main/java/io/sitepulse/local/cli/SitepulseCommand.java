package io.sitepulse.local.cli;

import io.sitepulse.local.audit.AuditCommand;
import io.sitepulse.local.chaos.ChaosCommand;
import io.sitepulse.local.cli.process.Failures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Each subcommand lists its parts and runs them. This class decides nothing. */
@Command(
    name = "sitepulse",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    sortSynopsis = false,
    usageHelpWidth = 100,
    synopsisHeading = "%nUsage: ",
    header = "Live visitor counts and polls for websites, from one stream of events.",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; help shown",
      "1:it could not be done; one line on standard error says why",
      "2:the command line or the settings are wrong",
      "130, 143:stopped by Ctrl-C or by SIGTERM, after everything under way was finished"
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      TestCommand.class,
      ReplayCommand.class,
      LatencyCommand.class,
      AuditCommand.class,
      ChaosCommand.class,
      DoctorCommand.class,
      InviteCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RebuildCommand.class,
      IngestCommand.class,
      StreamsCommand.class,
      DashboardCommand.class,
      BrokerCommand.class,
      ClickHouseCommand.class,
      FetchEngineCommand.class,
      CommandLine.HelpCommand.class
    })
public final class SitepulseCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean verbose;

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs a command line in this process and returns its exit code. */
  static int execute(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** The command line, ready to be run. */
  static CommandLine commandLine() {
    var command = new SitepulseCommand();
    return new CommandLine(command, new CommandFactory())
        .setExecutionExceptionHandler(new Failures(() -> command.verbose));
  }

  /** Prints the subcommands when none is given. */
  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
