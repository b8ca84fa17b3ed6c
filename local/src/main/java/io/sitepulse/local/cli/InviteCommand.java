package io.sitepulse.local.cli;

import io.sitepulse.dashboard.Installation;
import io.sitepulse.dashboard.OperatorAccountService;
import io.sitepulse.local.cli.option.InstallationOptions;
import io.sitepulse.local.cli.process.Installations;
import io.sitepulse.local.cli.process.Logging;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes a new sign-in link for an administrator who lost the password. Only the operator of the
 * machine can run it.
 */
@Command(
    name = "invite",
    header = "Gives an account a link to choose a new password.",
    descriptionHeading = "%n",
    description = {
      "Gives an account of the dashboard a link to choose a new password, for a user who lost theirs and"
          + " has no administrator to ask. Prints the link, and nothing else, on standard output."
          + " It works once, within 7 days; the password there was goes on working until then."
          + " All sessions of the account end at once. The log of changes says that this command"
          + " did it.",
      "",
      "Works on the instance that runs on this machine, as the user it runs as; or on the"
          + " installation whose dashboard-api has the settings of --config or the environment, if"
          + " they name its Kafka (sitepulse.kafka.bootstrap). Links are signed, so the command"
          + " needs the secret that dashboard-api has: sitepulse.session.secret, or the one in the"
          + " folder sitepulse.dashboard.data.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse invite quantri",
      "  ./sitepulse invite quantri --data /srv/sitepulse",
      "  ./sitepulse invite an@sonoivu.gov.vn --administrator",
      "  ./sitepulse invite quantri --remove-second-factor",
      "  docker compose run --rm operator invite quantri"
    })
final class InviteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "LOGIN", description = "What they type to sign in.")
  private String login = "";

  @Option(
      names = "--administrator",
      description =
          "If no administrator is left who can act: make the account one, enable it, or make it if"
              + " there is none of that login.")
  private boolean administrator;

  @Option(
      names = "--remove-second-factor",
      description =
          "Also remove the second factor, for a user who lost the device and the recovery codes.")
  private boolean removeSecondFactor;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.quiet();
    Installation installation =
        new Installations(options.config(), System.getenv()).find(options.data());
    try (var desk = new OperatorAccountService(installation, Clock.systemUTC())) {
      URI link = desk.read().invite(login, administrator);
      if (removeSecondFactor) {
        desk.removeSecondFactor(login);
      }
      print(link);
    }
    return 0;
  }

  private void print(URI link) {
    if (spec != null) {
      var line = spec.commandLine();
      line.getOut().println(link);
      line.getOut().flush();
      line.getErr()
          .println(
              "By this link "
                  + login
                  + " chooses a new password: once, within 7 days. Their sessions have ended.");
      line.getErr().flush();
    }
  }
}
