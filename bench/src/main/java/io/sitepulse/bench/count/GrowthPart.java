package io.sitepulse.bench.count;

import io.sitepulse.bench.load.CommittedTotal;
import io.sitepulse.bench.load.PageViewBurst;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Figure;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Sample;
import io.sitepulse.bench.report.Summary;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures how the cost of counting changes with the number of visitors and of sites. It has no
 * ceiling: the figures of one run are compared with each other.
 */
public final class GrowthPart implements Part {
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int EVENTS_OF_A_SITE = 20;

  private static final List<Size> SIZES =
      List.of(
          new Size(1_000, 1),
          new Size(10_000, 1),
          new Size(100_000, 1),
          new Size(1_000_000, 1),
          new Size(100_000, 100),
          new Size(100_000, 5_000));

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    try (var installation = Installation.start(settings.folder())) {
      Service streams = installation.streams(false);
      var figures = new ArrayList<Figure>();
      long sent = 0;
      for (Size size : SIZES) {
        try (var counting = counting(installation, streams, size, sent)) {
          counting.warmUp(sent == 0 ? settings.warmUp() : BETWEEN, settings.measured());
          var samples = new ArrayList<Sample>();
          for (int run = 1; run <= settings.runs(); run++) {
            samples.add(counting.measure(settings.measured()));
          }
          figures.addAll(size.figures(samples));
          sent = counting.sent();
        }
        double rate = figures.get(figures.size() - 2).values().median();
        progress.accept(String.format(Locale.ROOT, "  %s: %,.0f events/s", size, rate));
      }
      streams.close();
      progress.accept("  storing " + sent + " events for the audit");
      installation.streams(true);
      AuditOutcome audit = installation.audit("growth", sent, 0, settings.settle());
      return new PartResult(List.of(), figures, List.of(audit));
    }
  }

  private static Counting counting(
      Installation installation, Service streams, Size size, long sent) {
    var kafka = installation.kafka();
    return new Counting(
        installation,
        streams.process(),
        new PageViewBurst(kafka, Topics.PAGE_VIEWS.name(), size.visitors, size.sites),
        CommittedTotal.ofCounters(kafka),
        size.smallestBurst(),
        sent);
  }

  private record Size(int visitors, int sites) {
    /**
     * The outputs of busy sites wait for up to two seconds. A burst that ends before would measure
     * little but these pauses.
     */
    int smallestBurst() {
      return Math.max(Counting.SMALLEST_BURST, EVENTS_OF_A_SITE * sites);
    }

    List<Figure> figures(List<Sample> samples) {
      return List.of(
          new Figure("growth, " + this, "events/s", rates(samples)),
          new Figure("growth, " + this + ", CPU with broker", "s/100k", cpu(samples)));
    }

    private static Summary rates(List<Sample> samples) {
      return Summary.of(samples.stream().map(Sample::rate).toList());
    }

    private static Summary cpu(List<Sample> samples) {
      return Summary.of(samples.stream().map(Sample::allCpuPerHundredThousand).toList());
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,d visitors, %,d sites", visitors, sites);
    }
  }
}
