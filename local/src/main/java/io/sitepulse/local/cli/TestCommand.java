package io.sitepulse.local.cli;

import io.sitepulse.local.cli.process.Failures;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Documents {@code ./sitepulse test} in the help. The script itself runs the tests, because they
 * build this program.
 */
@Command(
    name = "test",
    header = "Builds everything and runs all tests.",
    descriptionHeading = "%n",
    description = {
      "Builds everything and runs all tests, those with a real broker, a real ClickHouse "
          + "engine and a real browser included. Fetches the engine before, and Chromium where "
          + "it can be installed.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse test",
      "  ./sitepulse test -- -pl contract,ingest",
      "  ./sitepulse test -- -pl local -Dit.test=ReplayIT"
    })
final class TestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "-- MAVEN…", arity = "0..*", description = "Arguments for Maven.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    System.err.println("sitepulse test: run it by the script, ./sitepulse test " + arguments);
    return Failures.FAILED;
  }
}
