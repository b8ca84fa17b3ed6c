package io.sitepulse.bench.inner;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.event.EventHead;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.warehouse.sink.table.PageViewTables;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What each event passes on its way from the collector to ClickHouse. A call takes one event, of
 * some thousands in turn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventLoops {
  private static final int EVENTS = 4096;
  private static final int PAGES = 1000;

  private final List<PageView> events = new ArrayList<>();
  private final List<EventPack.Entry> entries = new ArrayList<>();
  private final RecordPosition position =
      RecordPosition.of(new ConsumerRecord<>("page-views", 0, 0L, "", new byte[0]), 0);
  private int next;

  /** Makes the events. JMH calls it. */
  public EventLoops() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < EVENTS; i++) {
      PageView event = event(random);
      events.add(event);
      entries.addAll(EventPack.read(EventPack.of(List.of(EventPack.entry(event)))));
    }
  }

  private static PageView event(SplittableRandom random) {
    Instant now = Instant.now();
    int page = random.nextInt(PAGES);
    return PageView.builder()
        .id(new UUID(random.nextLong(), random.nextLong()))
        .site("demo")
        .day(now.atZone(Site.DEFAULT_ZONE).toLocalDate())
        .visitor(String.format(Locale.ROOT, "%016x", random.nextLong()))
        .at(now)
        .received(now)
        .page("/tin-tuc/bai-" + page)
        .title("Thong bao so " + page)
        .referrer("www.example.org/tim-kiem")
        .language("vi")
        .build();
  }

  private int next() {
    next = (next + 1) % EVENTS;
    return next;
  }

  /** The collector writes an event into a record. */
  @Benchmark
  public byte[] write() {
    return EventPack.entry(events.get(next()));
  }

  /** The counting reads the fields that it needs. */
  @Benchmark
  public EventHead readHead() {
    return entries.get(next()).head();
  }

  /** The sink reads the whole event. */
  @Benchmark
  public PageView readEvent() {
    return entries.get(next()).event();
  }

  /** The sink makes the row of an event. */
  @Benchmark
  public @Nullable Row row() {
    return PageViewTables.PAGE_VIEWS.row("", events.get(next()), position);
  }
}
