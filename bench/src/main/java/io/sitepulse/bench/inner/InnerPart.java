package io.sitepulse.bench.inner;

import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.report.Figure;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the inner loops by JMH, each in a JVM of its own. It has no installation and so no
 * audit: the loops are functions.
 */
public final class InnerPart implements Part {
  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    Path log = Files.createDirectories(settings.folder()).resolve("jmh.log");
    progress.accept("  loops of an event, by JMH");
    var options =
        new OptionsBuilder()
            .include(EventLoops.class.getName())
            .forks(1)
            .warmupIterations(settings.runs())
            .warmupTime(TimeValue.seconds(settings.quick() ? 1 : settings.warmUpSeconds() / 10))
            .measurementIterations(settings.runs())
            .measurementTime(TimeValue.seconds(settings.quick() ? 1 : settings.measuredSeconds()))
            .jvmArgs("-Xmx768m")
            .shouldFailOnError(true)
            .output(log.toString())
            .build();
    var figures = new ArrayList<Figure>();
    for (RunResult result : new Runner(options).run()) {
      figures.add(figure(result));
    }
    return new PartResult(List.of(), figures, List.of());
  }

  private static Figure figure(RunResult result) {
    var values = new ArrayList<Double>();
    result
        .getBenchmarkResults()
        .forEach(
            fork ->
                fork.getIterationResults()
                    .forEach(iteration -> values.add(iteration.getPrimaryResult().getScore())));
    String loop = result.getPrimaryResult().getLabel();
    return new Figure("inner, " + loop, "ns an event", Summary.of(values));
  }
}
