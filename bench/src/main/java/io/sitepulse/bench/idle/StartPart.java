package io.sitepulse.bench.idle;

import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.process.UpInstance;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Figure;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the seconds from the start of a process to its first ready answer, for each service
 * beside a running broker and ClickHouse, and for all of the product in one process. Each process
 * is stopped in order before the next start.
 */
public final class StartPart implements Part {
  private static final double MILLIS = 1000;

  /** A way to start a service. */
  @FunctionalInterface
  private interface Start {
    Service start() throws Exception;
  }

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    var figures = new ArrayList<Figure>();
    AuditOutcome audit;
    try (var installation = Installation.start(settings.folder())) {
      installation.startClickHouse();
      figures.add(figure("ingest", settings, installation::ingest));
      figures.add(figure("dashboard-api", settings, installation::dashboard));
      figures.add(figure("streams", settings, () -> installation.streams(true)));
      progress.accept("  each service started " + settings.runs() + " times");
      try (var counting = installation.streams(true)) {
        counting.process().requireAlive();
        audit = installation.audit("start", 0, 0, settings.settle());
      }
    }
    Path data = settings.folder().resolve("up");
    figures.add(figure("up", settings, () -> UpInstance.start(data).service()));
    return new PartResult(List.of(), figures, List.of(audit));
  }

  private static Figure figure(String name, BenchSettings settings, Start start) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int run = 1; run <= settings.runs(); run++) {
      try (Service service = start.start()) {
        seconds.add(service.ready().toMillis() / MILLIS);
      }
    }
    return new Figure("start, " + name, "s until ready", Summary.of(seconds));
  }
}
