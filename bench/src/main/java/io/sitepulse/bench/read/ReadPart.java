package io.sitepulse.bench.read;

import io.sitepulse.bench.load.PageViewBurst;
import io.sitepulse.bench.load.Wrk;
import io.sitepulse.bench.load.WrkResult;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.InTurn;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.Await;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Meter;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Comparison;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Sample;
import io.sitepulse.runtime.kafka.Topics;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures answers with live counters, and messages to many readers of one site, while events keep
 * changing the counters. Both sides run beside the same counting.
 *
 * <pre>
 * wrk, SseReaders ─┬▶ BareAnswer
 *                  └▶ dashboard-api ◀─ site-counters ◀─ streams ◀─ PageViewBurst
 * </pre>
 */
public final class ReadPart implements Part {
  private static final int CONNECTIONS = 64;
  private static final int READERS = 2000;
  private static final int VISITORS = 500_000;
  private static final int FIRST_EVENTS = 1000;
  private static final long PAUSE_MILLIS = 200;
  private static final String COUNTERS = "/api/sites/" + Installation.SITE + "/counters";

  private final int readers;

  /** Creates the part with as many readers as the benchmark has. */
  public ReadPart() {
    this(READERS);
  }

  /** Creates the part with a number of readers of the event stream. */
  public ReadPart(int readers) {
    this.readers = readers;
  }

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    try (var installation = Installation.start(settings.folder());
        var burst =
            new PageViewBurst(installation.kafka(), Topics.PAGE_VIEWS.name(), VISITORS, 1)) {
      Service counting = installation.streams(true);
      Service product = installation.dashboard();
      var bench = new Bench(installation, burst, counting);
      bench.send(FIRST_EVENTS);
      String body = Await.text(product.url().resolve(COUNTERS));
      Service ceiling = installation.bareService("bare-answer", BareAnswer.class, body);
      var comparisons =
          List.of(
              json(settings, progress, bench, ceiling, product),
              stream(settings, progress, bench, ceiling, product));
      AuditOutcome audit = installation.audit("read", bench.sent, 0, settings.settle());
      return new PartResult(comparisons, List.of(), List.of(audit));
    }
  }

  private static Comparison json(
      BenchSettings settings,
      Consumer<String> progress,
      Bench bench,
      Service ceiling,
      Service product)
      throws Exception {
    var wrk = new Wrk(settings.folder().resolve("logs"));
    URI bare = ceiling.url().resolve("/counters");
    URI ours = product.url().resolve(COUNTERS);
    progress.accept("  warming up the answers");
    bench.get(wrk, ceiling, bare, settings.warmUpSeconds());
    bench.get(wrk, product, ours, settings.warmUpSeconds());
    return InTurn.compare(
        "read, counters JSON",
        "answers",
        settings.runs(),
        progress,
        () -> bench.get(wrk, ceiling, bare, settings.measuredSeconds()),
        () -> bench.get(wrk, product, ours, settings.measuredSeconds()));
  }

  private Comparison stream(
      BenchSettings settings,
      Consumer<String> progress,
      Bench bench,
      Service ceiling,
      Service product)
      throws Exception {
    String number = Integer.toString(readers);
    URI bare = ceiling.url().resolve("/live");
    URI ours = product.url().resolve(COUNTERS + "/live");
    Installation installation = bench.installation;
    try (var bareReaders =
            installation.bareService("bare-readers", SseReaders.class, bare.toString(), number);
        var ourReaders =
            installation.bareService("readers", SseReaders.class, ours.toString(), number)) {
      progress.accept("  warming up the event streams");
      bench.receive(product, ourReaders, settings.warmUp().toMillis());
      return InTurn.compare(
          "read, event stream to " + number + " readers",
          "messages",
          settings.runs(),
          progress,
          () -> bench.receive(ceiling, bareReaders, settings.measured().toMillis()),
          () -> bench.receive(product, ourReaders, settings.measured().toMillis()));
    }
  }

  /** The load beside the readers, and how to measure one run. */
  private static final class Bench {
    private final Installation installation;
    private final PageViewBurst burst;
    private final Service counting;
    private long sent;

    Bench(Installation installation, PageViewBurst burst, Service counting) {
      this.installation = installation;
      this.burst = burst;
      this.counting = counting;
    }

    void send(int events) throws Exception {
      counting.process().requireAlive();
      burst.send(events);
      sent += events;
    }

    Sample get(Wrk wrk, Service target, URI url, int seconds) throws Exception {
      send(1);
      var meter = Meter.begin(List.of(target.process()), installation.shared());
      WrkResult result = wrk.get(url, CONNECTIONS, seconds).requireNoErrors();
      return meter.end((double) result.requests(), result.seconds());
    }

    /** Changes the counters some times a second and counts the messages that readers receive. */
    Sample receive(Service target, Service readers, long millis) throws Exception {
      long before = count(readers);
      var meter = Meter.begin(List.of(target.process()), installation.shared());
      long end = System.nanoTime() + millis * 1_000_000;
      while (System.nanoTime() < end) {
        send(1);
        Thread.sleep(PAUSE_MILLIS);
      }
      return meter.end((double) (count(readers) - before));
    }

    private static long count(Service readers) throws Exception {
      return Long.parseLong(Await.text(readers.url().resolve("/count")));
    }
  }
}
