package io.sitepulse.bench.together;

import io.sitepulse.bench.load.Wrk;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.InTurn;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.UpInstance;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Comparison;
import io.sitepulse.bench.report.PartResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures events a second that are accepted, counted and stored on the same cores. A run posts
 * events for its time and ends when all of them are in the committed totals and in ClickHouse. So a
 * backlog makes it longer.
 *
 * <pre>
 * wrk ─┬▶ BareCollector ─▶ a topic ─▶ BareCount ─▶ counts ─▶ BareInsert
 *      └▶ up: ingest ─▶ page-views ─┬▶ streams ─▶ site-counters
 *                                   └▶ sink ─▶ ClickHouse
 * </pre>
 */
public final class TogetherPart implements Part {
  static final int VISITORS = 500_000;

  /**
   * A run posts for so many times the measured time, because its end includes the second for which
   * the sink collects rows.
   */
  private static final int POSTING = 2;

  private static final List<Wrk.Events> LOADS =
      List.of(
          new Wrk.Events(64, 1, VISITORS),
          new Wrk.Events(512, 1, VISITORS),
          new Wrk.Events(64, 20, VISITORS));

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    var wrk = new Wrk(settings.folder().resolve("logs"));
    try (var installation = Installation.start(settings.folder().resolve("bare"));
        var instance = UpInstance.start(settings.folder().resolve("up"));
        var ceiling = BareTogether.start(installation, settings.folder(), wrk);
        var product = new UpTogether(instance, wrk)) {
      progress.accept("  warming up all parts");
      ceiling.run(LOADS.get(0), settings.warmUpSeconds());
      product.run(LOADS.get(0), settings.warmUpSeconds());
      var comparisons = new ArrayList<Comparison>();
      for (Wrk.Events load : LOADS) {
        comparisons.add(
            InTurn.compare(
                "together, " + load.text(),
                "events",
                settings.runs(),
                progress,
                () -> ceiling.run(load, POSTING * settings.measuredSeconds()),
                () -> product.run(load, POSTING * settings.measuredSeconds())));
      }
      AuditOutcome audit = product.audit(settings.settle());
      return new PartResult(comparisons, List.of(), List.of(audit));
    }
  }
}
