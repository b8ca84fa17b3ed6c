package io.sitepulse.local.cli;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.cli.option.InstanceOptions;
import io.sitepulse.local.cli.option.LogFormatConverter;
import io.sitepulse.local.cli.option.SpeedConverter;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.cli.process.Terminal;
import io.sitepulse.local.instance.RunningInstance;
import io.sitepulse.local.replay.AgentBots;
import io.sitepulse.local.replay.EarlierEvents;
import io.sitepulse.local.replay.Replay;
import io.sitepulse.local.replay.ReplayOptions;
import io.sitepulse.local.replay.ReplaySummary;
import io.sitepulse.local.replay.StoredEvents;
import io.sitepulse.local.replay.UnknownEarlierEventsException;
import io.sitepulse.local.replay.UnknownEvents;
import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import io.sitepulse.local.replay.log.PageRule;
import io.sitepulse.runtime.config.Settings;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a web server's log as page views. */
@Command(
    name = "replay",
    header = "Sends a web server's access log as page views.",
    descriptionHeading = "%n",
    description = {
      "Reads the access log of a web server or proxy and sends its page requests "
          + "through POST /api/events, as page views that happen now, by the visitors they "
          + "were: address and user agent go along in the headers that trusted proxies send. "
          + "So run it on the machine of sitepulse, or on one that "
          + "sitepulse.ingest.trusted-proxies names; from elsewhere all visitors are one.",
      "",
      "The format is found from the first lines and printed: combined or common (Apache, nginx, "
          + "without user agents all visitors are robots), virtual host first, Varnish, HAProxy "
          + "(HTTP log), W3C extended (IIS, CloudFront), IIS native, JSON (nginx, Caddy, Traefik). Each "
          + "may stand behind a prefix of syslog or in docker's json-file. Any other is read by the text that configured the "
          + "server: --format '%%h %%l %%u %%t \"%%r\" %%>s %%b'. A gzip file is unpacked, "
          + "whatever its name.",
      "",
      "Of several columns with an address, the first that has one is the client's. Of a list, "
          + "the first is; ports are cut off. Where the server wrote a name, an address of the "
          + "documentation range 2001:db8::/32 stands for it.",
      "",
      "A page is what was asked for by GET, answered with 2xx (not 204, 205, 206) or 304, and has "
          + "a path that does not end in the extension of a file (css, js, png, pdf, xml, ...). "
          + "/ubnd-tp.hcm and /van-ban/45.2025.QD.UBND are pages. Feeds (/feed, /rss/..., "
          + "?x=rss20), admin-ajax.php, wp-json and addresses under /.well-known/ are not. "
          + "--pages and --not-pages change what the path must be.",
      "",
      "An event's id is made from site, line and the number of the line among the equal lines of"
          + " its second. So the same line counts once, also if the log was rotated, trimmed or"
          + " packed meanwhile: what a second run sends within a day is told apart as duplicates."
          + " What was sent longer ago is looked up in ClickHouse and not sent. For this, the"
          + " instance must run on this machine, or SITEPULSE_CLICKHOUSE_URL must name its"
          + " ClickHouse. Otherwise lines older than a day are refused, unless --first says that"
          + " they were never sent.",
    },
    exitCodeList = {
      "0:every page was accepted (up to a tenth of the lines may be malformed: see the summary)",
      "1:it could not be done; one line on standard error says why and what was sent before",
      "2:the command line is wrong",
      "3:done, but some pages were refused; the summary says why",
      "4:no line is a page, or more than a tenth cannot be read; standard error shows a line and "
          + "says what was sent before",
      "5:lines older than a day may have been sent before, and ClickHouse cannot be asked"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sitepulse replay access.log --site demo",
      "  ./sitepulse replay access.log.gz --site demo --speed 60 --url http://127.0.0.1:8090",
      "  ./sitepulse replay access.log --site demo --format '$remote_addr [$time_local] "
          + "\"$request\" $status'",
      "  ./sitepulse replay access.log --site demo --pages '^/(tin-tuc|van-ban)/' --again"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int REFUSED = 3;
  private static final int UNUSABLE = 4;
  private static final int UNKNOWN = 5;
  private static final String CLICKHOUSE = "SITEPULSE_CLICKHOUSE_URL";

  @Parameters(
      paramLabel = "FILE",
      description = "The log, packed (gzip) or not; - reads standard input.")
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = LogFormatConverter.class,
      description =
          "Format of the log, if it is not found by itself: "
              + LogFormats.NAMES
              + ", or the text of Apache's LogFormat, nginx's log_format or a #Fields line.")
  private @Nullable LogFormat format;

  @Option(names = "--again", description = "Make new ids, so that everything counts once more.")
  private boolean again;

  @Option(
      names = "--first",
      description =
          "These lines were never sent to this instance, so they need not be looked up in its "
              + "ClickHouse.")
  private boolean first;

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

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    if (!file.toString().equals("-") && !Files.isReadable(file)) {
      throw new NoSuchFileException(file.toString());
    }
    var vertx = Vertx.vertx();
    try (EarlierEvents earlier = earlier();
        var bots = new AgentBots(vertx)) {
      var options =
          new ReplayOptions(
              file,
              site,
              instance.url(),
              speed,
              again,
              format,
              new PageRule(pages, notPages),
              concurrency);
      ReplaySummary summary =
          new Replay(options, bots, earlier, System.err, Terminal.isOne()).run(vertx);
      System.out.print(summary.text());
      return exitCode(summary);
    } catch (UnknownEarlierEventsException e) {
      tell(e.getMessage());
      return UNKNOWN;
    } finally {
      vertx.close().await();
    }
  }

  /** An instance elsewhere can be asked only if the environment names its ClickHouse. */
  private EarlierEvents earlier() {
    if (again || first) {
      return EarlierEvents.NONE;
    }
    if (System.getenv().containsKey(CLICKHOUSE)) {
      Settings settings = Settings.load(null, System.getenv());
      return new StoredEvents(ClickHouseConfig.from(settings), site);
    }
    return instance
        .here()
        .map(RunningInstance::clickHouse)
        .<EarlierEvents>map(
            at ->
                new StoredEvents(new ClickHouseConfig(at.url(), at.user(), at.password(), 1), site))
        .orElseGet(() -> new UnknownEvents(Clock.systemUTC()));
  }

  private int exitCode(ReplaySummary summary) {
    if (summary.isUnusable()) {
      tell(summary.fault());
      return UNUSABLE;
    }
    return summary.refusedInAll() == 0 ? 0 : REFUSED;
  }

  private void tell(@Nullable String fault) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("sitepulse replay: " + fault);
    err.flush();
  }
}
