package io.sitepulse.bench.store;

import io.sitepulse.bench.load.PageViewBurst;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.InTurn;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.Await;
import io.sitepulse.bench.process.ChildProcess;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Meter;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Comparison;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Sample;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures events a second that ClickHouse stores, each with a row of the event and a row of its
 * receipt. A run of the sink ends when both tables have all events.
 *
 * <pre>
 * BareInsert ─────────────────────▶ bench.page_views, bench.page_view_receipts
 * PageViewBurst ─▶ page-views ─▶ Sink ─▶ sitepulse.page_views, sitepulse.page_view_receipts
 * </pre>
 */
public final class StorePart implements Part {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int VISITORS = 500_000;
  private static final int FIRST = 20_000;
  private static final int MOST = 1_000_000;

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    try (var installation = Installation.start(settings.folder())) {
      installation.startClickHouse();
      Service bare =
          installation.bareService(
              "bare-insert",
              BareInsert.class,
              installation.clickHouseUrl(),
              installation.clickHouseCredentials(),
              Installation.SITE);
      ChildProcess sink = installation.bare("sink", SinkMain.class);
      Comparison comparison;
      long sent;
      try (var stored = new Stored(installation, sink)) {
        progress.accept("  warming up the inserts");
        double ceiling = warmUp(settings, events -> insert(installation, bare, events));
        double product = warmUp(settings, stored::store);
        comparison =
            InTurn.compare(
                "store, sink",
                "events",
                settings.runs(),
                progress,
                () -> insert(installation, bare, events(ceiling, settings)),
                () -> stored.store(events(product, settings)));
        sent = stored.sent;
      }
      sink.close();
      bare.close();
      progress.accept("  counting " + sent + " events for the audit");
      installation.streams(true);
      AuditOutcome audit = installation.audit("store", sent, 0, settings.settle());
      return new PartResult(List.of(comparison), List.of(), List.of(audit));
    }
  }

  /** Stores a number of events and measures it. */
  @FunctionalInterface
  private interface Storing {
    Sample store(int events) throws Exception;
  }

  /** Works for some time and returns the last rate. */
  private static double warmUp(BenchSettings settings, Storing side) throws Exception {
    long end = System.nanoTime() + settings.warmUp().toNanos();
    double rate = side.store(FIRST).rate();
    while (System.nanoTime() < end) {
      rate = side.store(events(rate, settings)).rate();
    }
    return rate;
  }

  private static int events(double rate, BenchSettings settings) {
    return (int) Math.max(FIRST, Math.min(MOST, rate * settings.measured().toMillis() / 1000));
  }

  private static Sample insert(Installation installation, Service bare, int events)
      throws Exception {
    var meter = Meter.begin(List.of(bare.process()), installation.shared());
    URI request = bare.url().resolve("/insert?" + events);
    Await.completes(request, TIMEOUT);
    return meter.end(events);
  }

  /** The sink's side: its load, its process and the rows it has stored. */
  private static final class Stored implements AutoCloseable {
    private final Installation installation;
    private final ChildProcess sink;
    private final PageViewBurst burst;
    private final ClickHouse clickHouse;
    private long sent;

    Stored(Installation installation, ChildProcess sink) {
      this.installation = installation;
      this.sink = sink;
      this.burst = new PageViewBurst(installation.kafka(), Topics.PAGE_VIEWS.name(), VISITORS, 1);
      this.clickHouse =
          new ClickHouse(
              new ClickHouseConfig(
                  installation.environment().getOrDefault("SITEPULSE_CLICKHOUSE_URL", ""),
                  installation.environment().getOrDefault("SITEPULSE_CLICKHOUSE_USER", ""),
                  installation.environment().getOrDefault("SITEPULSE_CLICKHOUSE_PASSWORD", ""),
                  1));
    }

    Sample store(int events) throws Exception {
      burst.send(events);
      sent += events;
      var meter = Meter.begin(List.of(sink), installation.shared());
      for (String table : List.of("page_views", "page_view_receipts")) {
        Await.until(table + " has " + sent + " rows", TIMEOUT, () -> rows(table) >= sent);
      }
      return meter.end(events);
    }

    private long rows(String table) {
      sink.requireAlive();
      return clickHouse
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery("SELECT count() FROM sitepulse." + table)
                      .mapTo(Long.class)
                      .one());
    }

    @Override
    public void close() {
      burst.close();
      clickHouse.close();
    }
  }
}
