package io.sitepulse.local.cli;

import io.sitepulse.local.cli.option.InstanceOptions;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.latency.LatencyProbe;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the time from a page view's POST to another reader's screen. */
@Command(
    name = "latency",
    header = "Measures the time from a view's POST to a reader of the live counters.",
    descriptionHeading = "%n",
    description = {
      "Opens one reader of a site's live counters (server-sent events), sends one view after another"
          + " by a visitor of its own each, and measures from the start of the POST to the end of the"
          + " message in which the reader sees it: collector, Kafka, counting with its exactly-once"
          + " commits, Kafka again, dashboard-api.",
      "",
      "Readers get at most one message a second of a site; a view is sent when the reader has heard"
          + " nothing for 1.3 s, so that it does not wait for the next second. On a site that others visit meanwhile the result means"
          + " nothing. The views are counted like all others."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./sitepulse latency", "  ./sitepulse latency --probes 100 --site demo"})
final class LatencyCommand implements Callable<Integer> {
  @Option(
      names = "--site",
      paramLabel = "ID",
      defaultValue = "demo",
      description = "Registered site (${DEFAULT-VALUE}).")
  private String site = "demo";

  @Option(
      names = "--probes",
      paramLabel = "N",
      defaultValue = "50",
      description = "Views to measure (${DEFAULT-VALUE}).")
  private int probes;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5",
      description = "Views before, not measured (${DEFAULT-VALUE}).")
  private int warmUp;

  @Mixin private InstanceOptions instance = new InstanceOptions();

  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    URI target = instance.url();
    var vertx = Vertx.vertx();
    try {
      var measured = new LatencyProbe(vertx, target, site).run(Math.max(1, probes), warmUp);
      System.out.println(measured.text());
      return 0;
    } finally {
      vertx.close().await();
    }
  }
}
