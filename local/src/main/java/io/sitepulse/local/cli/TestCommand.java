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
    header = "Builds and tests everything, or one module.",
    customSynopsis = "sitepulse test [-h] [MODULE] [--] [MAVEN...]",
    descriptionHeading = "%n",
    description = {
      "Builds everything and runs all tests, those with a real broker, a real ClickHouse "
          + "engine and a real browser included. Fetches the engine before, and Chromium where "
          + "it can be installed.",
      "",
      "With MODULE, only that module is tested: contract, ingest, streams, dashboard-api, "
          + "local or bench. What it needs is built without running its tests.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse test",
      "  ./sitepulse test ingest",
      "  ./sitepulse test ingest -Dit.test=IngestIT",
      "  ./sitepulse test -- -pl contract/types,ingest -am"
    })
final class TestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODULE", index = "0", arity = "0..1", description = "The one to test.")
  private String module = "";

  @Parameters(paramLabel = "MAVEN", index = "1..*", description = "Arguments for Maven.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    System.err.println(
        "sitepulse test: run it by the script, ./sitepulse test " + module + " " + arguments);
    return Failures.FAILED;
  }
}
