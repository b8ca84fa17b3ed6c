package io.sitepulse.bench.together;

import io.sitepulse.bench.collect.BareCollector;
import io.sitepulse.bench.count.BareCount;
import io.sitepulse.bench.load.CommittedTotal;
import io.sitepulse.bench.load.Wrk;
import io.sitepulse.bench.load.WrkResult;
import io.sitepulse.bench.process.Await;
import io.sitepulse.bench.process.ChildProcess;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Meter;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.report.Sample;
import io.sitepulse.bench.store.BareInsert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The ceiling: the bare parts, each in a process of its own. The events that are counted are
 * inserted, as many as there are.
 */
final class BareTogether implements AutoCloseable {
  private static final String INPUT = "bench.together";
  private static final String OUTPUT = "bench.together-counts";
  private static final Duration DRAIN = Duration.ofMinutes(10);

  private final Installation installation;
  private final Service collector;
  private final Service insert;
  private final ChildProcess count;
  private final Wrk wrk;
  private final CommittedTotal total;
  private long sent;
  private long stored;

  private BareTogether(
      Installation installation,
      Service collector,
      Service insert,
      ChildProcess count,
      Wrk wrk,
      CommittedTotal total) {
    this.installation = installation;
    this.collector = collector;
    this.insert = insert;
    this.count = count;
    this.wrk = wrk;
    this.total = total;
  }

  /** Starts the bare parts. They are stopped with the installation. */
  static BareTogether start(Installation installation, Path folder, Wrk wrk) throws Exception {
    installation.startClickHouse();
    installation.createTopic(INPUT);
    installation.createTopic(OUTPUT);
    String keys = Integer.toString(TogetherPart.VISITORS);
    String state = folder.resolve("bare-count").toString();
    return new BareTogether(
        installation,
        installation.bareService("bare-collector", BareCollector.class, INPUT, keys),
        installation.bareService(
            "bare-insert",
            BareInsert.class,
            installation.clickHouseUrl(),
            installation.clickHouseCredentials(),
            Installation.SITE),
        installation.bare("bare-count", BareCount.class, INPUT, OUTPUT, state),
        wrk,
        CommittedTotal.ofNumbers(installation.kafka(), OUTPUT));
  }

  /** Posts events for some seconds, inserts them as they are counted, and waits for the rest. */
  Sample run(Wrk.Events load, int seconds) throws Exception {
    var meter =
        Meter.begin(List.of(collector.process(), insert.process(), count), installation.shared());
    var posting = CompletableFuture.supplyAsync(() -> post(load, seconds));
    while (!posting.isDone()) {
      storeCounted();
    }
    long events = posting.join().requests() * load.batch();
    sent += events;
    Await.until("all events are counted and stored", DRAIN, () -> storeCounted() >= sent);
    return meter.end((double) events);
  }

  private WrkResult post(Wrk.Events load, int seconds) {
    try {
      return wrk.post(collector.url(), load, Installation.SITE, seconds).requireNoErrors();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the number of events that are counted and stored. */
  private long storeCounted() throws Exception {
    long missing = total.read() - stored;
    if (missing > 0) {
      Await.completes(insert.url().resolve("/insert?" + missing), DRAIN);
      stored += missing;
    }
    return stored;
  }

  @Override
  public void close() {
    total.close();
  }
}
