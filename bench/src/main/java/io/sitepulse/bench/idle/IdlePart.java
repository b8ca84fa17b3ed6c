package io.sitepulse.bench.idle;

import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.ConsumerLag;
import io.sitepulse.bench.process.UpInstance;
import io.sitepulse.bench.report.Figure;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures one process without visitors: its CPU time with ClickHouse, in per cent of a core, and
 * the records that all topics of Kafka get in a second, internal ones and markers included.
 */
public final class IdlePart implements Part {
  private static final double NANOS = 1e9;

  /** Warm-ups before the first look. A JVM without load compiles for minutes. */
  private static final int REST = 3;

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    try (var instance = UpInstance.start(settings.folder().resolve("up"))) {
      instance.register();
      Duration rest = settings.warmUp().multipliedBy(REST);
      progress.accept("  waiting " + rest.toSeconds() + " s");
      Thread.sleep(rest.toMillis());
      var cpu = new ArrayList<Double>();
      var records = new ArrayList<Double>();
      for (int run = 1; run <= settings.runs(); run++) {
        Look before = Look.at(instance);
        Thread.sleep(settings.measured().toMillis());
        Look after = Look.at(instance);
        double seconds = (after.nanos - before.nanos) / NANOS;
        cpu.add(100 * after.cpu.minus(before.cpu).toNanos() / NANOS / seconds);
        records.add((after.records - before.records) / seconds);
      }
      var figures =
          List.of(
              new Figure("idle, CPU with ClickHouse", "% of a core", Summary.of(cpu)),
              new Figure("idle, Kafka", "records/s", Summary.of(records)));
      return new PartResult(
          List.of(), figures, List.of(instance.audit("idle", 0, 0, settings.settle())));
    }
  }

  private record Look(long nanos, Duration cpu, long records) {
    static Look at(UpInstance instance) throws Exception {
      long records = ConsumerLag.recordsOfAllTopics(instance.kafka().client());
      return new Look(System.nanoTime(), instance.service().process().usage().cpu(), records);
    }
  }
}
