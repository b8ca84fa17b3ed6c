package io.sitepulse.streams.view;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.event.EventHead;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.partition.Partitions;
import io.sitepulse.streams.rejected.Classified;
import io.sitepulse.streams.rejected.PartialJson;
import io.sitepulse.streams.rejected.SourceRecord;
import io.sitepulse.streams.view.ShardEvents.VisitorEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Classifies each event of {@code page-views}, and sends those of a record on in one record for
 * each shard of visitors. It reads the bytes itself: an unreadable event is then rejected and does
 * not stop the topology.
 */
public final class EventClassifier
    extends ContextualProcessor<String, byte[], String, Classified<ShardEvents>> {
  private final CountingMetrics metrics;
  private final Partitions shards;

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private SeenIds seenIds;

  /**
   * Creates the processor of one partition.
   *
   * @param metrics counts every event
   * @param shards the shards that the events are sent to
   */
  public EventClassifier(CountingMetrics metrics, Partitions shards) {
    this.metrics = metrics;
    this.shards = shards;
  }

  @Override
  public void init(ProcessorContext<String, Classified<ShardEvents>> context) {
    super.init(context);
    seenIds = new SeenIds(context);
    StartCommit.schedule(context, seenIds::beNotEmpty);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    SourceRecord source = SourceRecord.of(context(), record.timestamp(), record.value());
    var events = new TreeMap<Integer, List<VisitorEvent>>();
    for (EventPack.Entry entry : EventPack.read(record.value())) {
      SourceRecord part = entry.isPacked() ? source.part(entry.index(), entry.json()) : source;
      EventHead event = read(entry);
      VisitorEvent result =
          event == null ? unreadable(record, part) : classify(record, event, part);
      if (result != null) {
        int shard = shards.of(result.visitorOr(""));
        events.computeIfAbsent(shard, unused -> new ArrayList<>()).add(result);
      }
    }
    seenIds.write();
    events.forEach(
        (shard, list) ->
            forward(
                record, Integer.toString(shard), new Classified<>(new ShardEvents(list), null)));
  }

  private static @Nullable EventHead read(EventPack.Entry entry) {
    try {
      EventHead event = entry.head();
      return ViewRules.hasUsableTimes(event) ? event : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private VisitorEvent classify(
      Record<String, byte[]> record, EventHead event, SourceRecord sourceRecord) {
    EventOutcome outcome = outcomeOf(event, sourceRecord.time());
    count(outcome, event.kind());
    outcome
        .reason()
        .map(reason -> sourceRecord.reject(event.site(), event.day(), reason, event.received()))
        .ifPresent(rejection -> reject(record, event.key(), rejection));
    return new VisitorEvent(event.key(), ClassifiedEvent.of(outcome, event));
  }

  private EventOutcome outcomeOf(EventHead event, Instant recordTime) {
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    if (!ViewRules.isPlausible(event, recordTime, now, seenIds.newest())) {
      return EventOutcome.FROM_THE_FUTURE;
    }
    Instant lastSeen = seenIds.lastSeen(event.site(), event.id(), event.received());
    seenIds.remember(new SeenId(event.site(), event.id(), event.received()), lastSeen);
    return ViewRules.classify(event, lastSeen);
  }

  private void count(EventOutcome outcome, EventKind kind) {
    if (outcome.isCounted()) {
      metrics.counted(kind);
    } else if (outcome == EventOutcome.DUPLICATE) {
      metrics.duplicate();
    } else if (outcome == EventOutcome.BOT) {
      metrics.bot();
    }
    outcome.reason().ifPresent(metrics::rejected);
  }

  /** An unreadable event is in a ledger only if it names its site and a plausible day. */
  private @Nullable VisitorEvent unreadable(
      Record<String, byte[]> record, SourceRecord sourceRecord) {
    metrics.rejected(Reason.UNREADABLE);
    PartialJson partialJson = PartialJson.of(sourceRecord.value());
    String site = partialJson.field("site", Site::checkId);
    LocalDate day = partialJson.field("day", LocalDate::parse);
    Instant time = sourceRecord.time();
    if (site == null || day == null || !isNear(day, time)) {
      reject(record, record.key(), sourceRecord.reject(site, null, Reason.UNREADABLE, time));
      return null;
    }
    String key = Topics.key(site, Long.toString(sourceRecord.offset()));
    reject(record, key, sourceRecord.reject(site, day, Reason.UNREADABLE, time));
    return new VisitorEvent(key, new ClassifiedEvent(EventOutcome.UNREADABLE, day, time, 0, true));
  }

  private static boolean isNear(LocalDate day, Instant time) {
    LocalDate utc = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return !day.isBefore(utc.minusDays(2)) && !day.isAfter(utc.plusDays(1));
  }

  private void reject(Record<String, byte[]> record, String key, RejectedEvent rejection) {
    forward(record, key, new Classified<>(null, rejection));
  }

  private void forward(
      Record<String, byte[]> record, String key, Classified<ShardEvents> classified) {
    context().forward(record.withKey(key).withValue(classified));
  }
}
