package io.sitepulse.local.cli;

import io.sitepulse.local.cli.option.InstanceOptions;
import io.sitepulse.local.cli.option.SpeedConverter;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.cli.process.Terminal;
import io.sitepulse.local.replay.AgentBots;
import io.sitepulse.local.replay.Replay;
import io.sitepulse.local.replay.ReplayOptions;
import io.sitepulse.local.replay.ReplaySummary;
import io.sitepulse.local.replay.log.PageRule;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a web server's log as page views. */
@Command(
    name = "replay",
    header = "Sends a web server's access log as page views.",
    descriptionHeading = "%n",
    description = {
      "Reads the access log of Apache or nginx (combined format; common format too, "
          + "without user agents all its visitors are robots) and sends its page requests "
          + "through POST /api/events, as page views that happen now, by the visitors they "
          + "were: address and user agent go along in the headers that trusted proxies send. "
          + "So run it on the machine of sitepulse, or on one that "
          + "sitepulse.ingest.trusted-proxies names; from elsewhere all visitors are one.",
      "",
      "A page is what was asked for by GET, answered with 2xx (not 206) or 304, and has "
          + "a path whose name has no extension or a page's (html, htm, xhtml, shtml, php, "
          + "phtml, asp, aspx, ashx, jsp, jspx, do, action, cgi, pl, cfm, md). Feeds (…/feed, "
          + "…/rss, …/atom, ?x=rss20) and addresses under /.well-known/ are no pages. --pages "
          + "and --not-pages change what the path must be.",
      "",
      "An event's id is made from site, line number and line: what a second run sends "
          + "within a day is told apart as duplicates and counted nowhere. Where the server "
          + "wrote a name instead of an address, an address of the documentation range "
          + "2001:db8::/32 stands for it.",
    },
    exitCodeList = {
      "0:every page was accepted (malformed lines are reported, and no failure)",
      "1:it could not be done; one line on standard error says why",
      "2:the command line is wrong",
      "3:done, but some pages were refused; the summary says why"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse replay access.log --site demo",
      "  ./sitepulse replay access.log.gz --site demo --speed 60 --url http://127.0.0.1:8090",
      "  ./sitepulse replay access.log --site demo --pages '^/(tin-tuc|van-ban)/' --again"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int REFUSED = 3;

  @Parameters(
      paramLabel = "FILE",
      description = "The log; .gz is unpacked, - reads standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--site",
      paramLabel = "ID",
      required = true,
      description = "Registered site that the page views are of.")
  private String site = "";

  @Mixin private InstanceOptions instance = new InstanceOptions();

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "max",
      converter = SpeedConverter.class,
      description =
          "How many times the log's own pace, or max: as fast as it goes (${DEFAULT-VALUE}).")
  private Double speed = Double.POSITIVE_INFINITY;

  @Option(names = "--again", description = "Make new ids, so that everything counts once more.")
  private boolean again;

  @Option(
      names = "--pages",
      paramLabel = "REGEX",
      description = "Paths (with query) that are pages, in place of the rule above. Repeatable.")
  private List<Pattern> pages = List.of();

  @Option(
      names = "--not-pages",
      paramLabel = "REGEX",
      description = "Paths (with query) that are no pages, whatever else holds. Repeatable.")
  private List<Pattern> notPages = List.of();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "64",
      description = "Requests under way at most (${DEFAULT-VALUE}).")
  private int concurrency;

  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    if (!file.toString().equals("-") && !Files.isReadable(file)) {
      throw new NoSuchFileException(file.toString());
    }
    var vertx = Vertx.vertx();
    try (var bots = new AgentBots(vertx)) {
      var options =
          new ReplayOptions(
              file, site, instance.url(), speed, again, new PageRule(pages, notPages), concurrency);
      ReplaySummary summary = new Replay(options, bots, System.err, Terminal.isOne()).run(vertx);
      System.out.print(summary.text());
      return summary.refusedInAll() == 0 ? 0 : REFUSED;
    } finally {
      vertx.close().await();
    }
  }
}
