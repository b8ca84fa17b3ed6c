package io.sitepulse.streams.view;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.rejected.Classified;
import io.sitepulse.streams.rejected.PartialJson;
import io.sitepulse.streams.rejected.SourceRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Classifies each record of {@code page-views}. It deserializes the bytes itself: an unreadable
 * record is then rejected and does not stop the topology.
 */
public final class EventClassifier
    extends ContextualProcessor<String, byte[], String, Classified<ClassifiedEvent>> {
  private final CountingMetrics metrics;
  private final Deserializer<PageView> deserializer = Topics.PAGE_VIEWS.value().deserializer();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private SeenIds seenIds;

  private @Nullable Instant newest;

  public EventClassifier(CountingMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Classified<ClassifiedEvent>> context) {
    super.init(context);
    newest = null;
    seenIds = new SeenIds(context.getStateStore(SeenIds.NAME));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    SourceRecord sourceRecord = SourceRecord.of(context(), record.timestamp(), record.value());
    PageView event = read(sourceRecord);
    if (event == null) {
      forwardUnreadable(record, sourceRecord);
    } else {
      forward(record, Topics.keyOf(event), classify(event, sourceRecord));
    }
  }

  private @Nullable PageView read(SourceRecord sourceRecord) {
    try {
      PageView event = deserializer.deserialize(sourceRecord.topic(), sourceRecord.value());
      return event != null && ViewRules.hasUsableTimes(event) ? event : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private Classified<ClassifiedEvent> classify(PageView event, SourceRecord sourceRecord) {
    EventOutcome outcome = outcomeOf(event, sourceRecord.time());
    count(outcome, event.kind());
    var rejection =
        outcome
            .reason()
            .map(reason -> sourceRecord.reject(event.site(), event.day(), reason, event.received()))
            .orElse(null);
    return new Classified<>(ClassifiedEvent.of(outcome, event), rejection);
  }

  private EventOutcome outcomeOf(PageView event, Instant recordTime) {
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    if (!ViewRules.isPlausible(event, recordTime, now, newest)) {
      return EventOutcome.FROM_THE_FUTURE;
    }
    newest = newest == null || newest.isBefore(event.received()) ? event.received() : newest;
    Instant lastSeen = seenIds.lastSeen(event.site(), event.id(), event.received());
    seenIds.remember(event.site(), event.id(), event.received(), lastSeen);
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

  /** An unreadable record is in a ledger only if it names its site and a plausible day. */
  private void forwardUnreadable(Record<String, byte[]> record, SourceRecord sourceRecord) {
    metrics.rejected(Reason.UNREADABLE);
    PartialJson partialJson = PartialJson.of(sourceRecord.value());
    String site = partialJson.field("site", Site::checkId);
    LocalDate day = partialJson.field("day", LocalDate::parse);
    if (site != null && day != null && isNear(day, sourceRecord.time())) {
      var result = new ClassifiedEvent(EventOutcome.UNREADABLE, day, sourceRecord.time(), 0, true);
      var rejection = sourceRecord.reject(site, day, Reason.UNREADABLE, sourceRecord.time());
      String key = Topics.key(site, Long.toString(sourceRecord.offset()));
      forward(record, key, new Classified<>(result, rejection));
    } else {
      var rejection = sourceRecord.reject(site, null, Reason.UNREADABLE, sourceRecord.time());
      forward(record, record.key(), new Classified<>(null, rejection));
    }
  }

  private static boolean isNear(LocalDate day, Instant time) {
    LocalDate utc = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return !day.isBefore(utc.minusDays(2)) && !day.isAfter(utc.plusDays(1));
  }

  private void forward(
      Record<String, byte[]> record, String key, Classified<ClassifiedEvent> classified) {
    context().forward(record.withKey(key).withValue(classified));
  }
}
