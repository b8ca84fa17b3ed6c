package io.sitepulse.streams.view;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Site;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.rejected.Fragment;
import io.sitepulse.streams.rejected.Judged;
import io.sitepulse.streams.rejected.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Judges each record of {@code page-views}. It reads the bytes itself, so that a record nobody can
 * read is one more rejection and not the end of the pipeline.
 */
public final class JudgeViews extends ContextualProcessor<String, byte[], String, Judged<Verdict>> {
  private final CountingMetrics metrics;
  private final Deserializer<PageView> reader = Topics.PAGE_VIEWS.value().deserializer();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private SeenIds seenIds;

  public JudgeViews(CountingMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Judged<Verdict>> context) {
    super.init(context);
    seenIds = new SeenIds(context.getStateStore(SeenIds.NAME));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Origin origin = Origin.of(context(), record.timestamp(), record.value());
    PageView event = read(origin);
    if (event == null) {
      forwardUnreadable(record, origin);
    } else {
      forward(record, Topics.keyOf(event), judge(event, origin));
    }
  }

  private @Nullable PageView read(Origin origin) {
    try {
      PageView event = reader.deserialize(origin.topic(), origin.value());
      return event != null && ViewRules.hasUsableTimes(event) ? event : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private Judged<Verdict> judge(PageView event, Origin origin) {
    Outcome outcome = outcomeOf(event, origin.time());
    note(outcome, event.kind());
    var rejection =
        outcome
            .reason()
            .map(reason -> origin.reject(event.site(), event.day(), reason, event.received()))
            .orElse(null);
    return new Judged<>(Verdict.of(outcome, event), rejection);
  }

  private Outcome outcomeOf(PageView event, Instant recordTime) {
    if (!ViewRules.isPlausible(event, recordTime)) {
      return Outcome.FROM_THE_FUTURE;
    }
    Instant lastSeen = seenIds.lastSeen(event.site(), event.id(), event.received());
    seenIds.remember(event.site(), event.id(), event.received(), lastSeen);
    return ViewRules.judge(event, lastSeen);
  }

  private void note(Outcome outcome, EventKind kind) {
    if (outcome.isCounted()) {
      metrics.counted(kind);
    } else if (outcome == Outcome.DUPLICATE) {
      metrics.duplicate();
    } else if (outcome == Outcome.BOT) {
      metrics.bot();
    }
    outcome.reason().ifPresent(metrics::rejected);
  }

  /** What names its site and a credible day is in that ledger; anything else is in none. */
  private void forwardUnreadable(Record<String, byte[]> record, Origin origin) {
    metrics.rejected(Reason.UNREADABLE);
    Fragment fragment = Fragment.of(origin.value());
    String site = fragment.field("site", Site::checkId);
    LocalDate day = fragment.field("day", LocalDate::parse);
    if (site != null && day != null && isNear(day, origin.time())) {
      var verdict = new Verdict(Outcome.UNREADABLE, day, origin.time(), 0, true);
      var rejection = origin.reject(site, day, Reason.UNREADABLE, origin.time());
      String key = Topics.key(site, Long.toString(origin.offset()));
      forward(record, key, new Judged<>(verdict, rejection));
    } else {
      var rejection = origin.reject(site, null, Reason.UNREADABLE, origin.time());
      forward(record, record.key(), new Judged<>(null, rejection));
    }
  }

  private static boolean isNear(LocalDate day, Instant time) {
    LocalDate utc = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return !day.isBefore(utc.minusDays(2)) && !day.isAfter(utc.plusDays(1));
  }

  private void forward(Record<String, byte[]> record, String key, Judged<Verdict> judged) {
    context().forward(record.withKey(key).withValue(judged));
  }
}
