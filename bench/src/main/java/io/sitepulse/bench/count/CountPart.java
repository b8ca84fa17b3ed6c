package io.sitepulse.bench.count;

import io.sitepulse.bench.load.CommittedTotal;
import io.sitepulse.bench.load.PageViewBurst;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.InTurn;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.ChildProcess;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Comparison;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures counted events a second. Each run makes as many events as the side counts in the time of
 * a run. The run ends when the committed totals have all of them, less than five minutes after
 * their making, so that the product counts who is online too.
 *
 * <pre>
 * PageViewBurst ─┬▶ a topic keyed by visitor ─▶ BareCount ─▶ counts ────────┬▶ CommittedTotal
 *                └▶ page-views ───────────────▶ streams ───▶ site-counters ─┘
 * </pre>
 */
public final class CountPart implements Part {
  private static final String INPUT = "bench.count";
  private static final String OUTPUT = "bench.counts";
  private static final int VISITORS = 500_000;

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    try (var installation = Installation.start(settings.folder())) {
      installation.createTopic(INPUT);
      installation.createTopic(OUTPUT);
      Path state = settings.folder().resolve("bare-count");
      ChildProcess bare =
          installation.bare("bare-count", BareCount.class, INPUT, OUTPUT, state.toString());
      Service streams = installation.streams(false);
      KafkaConfig kafka = installation.kafka();
      long sent;
      Comparison comparison;
      try (var ceiling =
              new Counting(
                  installation,
                  bare,
                  new PageViewBurst(kafka, INPUT, VISITORS, 1),
                  CommittedTotal.ofNumbers(kafka, OUTPUT),
                  Counting.SMALLEST_BURST,
                  0);
          var product =
              new Counting(
                  installation,
                  streams.process(),
                  new PageViewBurst(kafka, Topics.PAGE_VIEWS.name(), VISITORS, 1),
                  CommittedTotal.ofCounters(kafka),
                  Counting.SMALLEST_BURST,
                  0)) {
        progress.accept("  warming up the counting");
        ceiling.warmUp(settings.warmUp(), settings.measured());
        product.warmUp(settings.warmUp(), settings.measured());
        comparison =
            InTurn.compare(
                "count, 500,000 visitors",
                "events",
                settings.runs(),
                progress,
                () -> ceiling.measure(settings.measured()),
                () -> product.measure(settings.measured()));
        sent = product.sent();
      }
      streams.close();
      bare.close();
      progress.accept("  storing " + sent + " events for the audit");
      installation.streams(true);
      AuditOutcome audit = installation.audit("count", sent, 0, settings.settle());
      return new PartResult(List.of(comparison), List.of(), List.of(audit));
    }
  }
}
