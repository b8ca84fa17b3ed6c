package io.sitepulse.local.cli;

import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.clickhouse.library.EngineLibrary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Fetches the ClickHouse engine now instead of at the first start. */
@Command(
    name = "fetch-engine",
    header = "Fetches the ClickHouse engine into the cache.",
    descriptionHeading = "%n",
    description = {
      "Fetches the ClickHouse engine into this user's cache, if it is not there, and "
          + "prints where it is. Commands that need it do so by themselves; this is for "
          + "preparing a machine.",
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  SITEPULSE_CACHE                where to keep it (~/.cache/sitepulse)",
      "  SITEPULSE_CLICKHOUSE_LIBRARY   a libchdb of your own, used as it is",
      "",
      "Examples:",
      "  ./sitepulse fetch-engine"
    })
final class FetchEngineCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    System.out.println(EngineLibrary.ready());
    return 0;
  }
}
