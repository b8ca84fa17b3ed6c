package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sums the parts of all shards by site. For each part it forwards the day if one changed, and the
 * counters of the site if one of their figures changed. A bot or a duplicate changes only a day's
 * ledger, which is in no counter. While visitors are online it repeats the counters, because
 * consumers trust {@link SiteCounters#online} only for {@link SiteCounters#ONLINE_VALID}.
 */
public final class SiteAggregator
    extends ContextualProcessor<String, ShardParts, String, SiteUpdate> {
  /** Half a minute, so that counters are repeated every minute even if one is late. */
  static final Duration REPEAT = Duration.ofSeconds(30);

  private final Set<String> sitesOnline = new TreeSet<>();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private SiteStores stores;

  private @Nullable Cancellable repeating;

  @Override
  public void init(ProcessorContext<String, SiteUpdate> context) {
    super.init(context);
    stores = new SiteStores(context);
    sitesOnline.clear();
    sitesOnline.addAll(stores.sitesOnline());
    stopRepeating();
    startOrStopRepeating();
  }

  @Override
  public void process(Record<String, ShardParts> record) {
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    for (ShardPart part : record.value().parts()) {
      SiteUpdate update =
          part instanceof ShardDay day
              ? replaceDay(day, now)
              : replaceOnline((ShardOnline) part, now);
      context().forward(record.withKey(part.site()).withValue(update));
    }
  }

  private SiteUpdate replaceDay(ShardDay part, Instant now) {
    ShardDay before = stores.replace(part);
    SiteDay day = SiteRules.replacePart(stores.day(part.site(), part.day()), before, part, now);
    stores.put(day);
    if (before.sums().equals(part.sums())) {
      return new SiteUpdate(null, day);
    }
    SiteCounters counters = SiteRules.replacePart(stores.counters(part.site()), before, part, now);
    stores.put(counters);
    return new SiteUpdate(counters, day);
  }

  private SiteUpdate replaceOnline(ShardOnline part, Instant now) {
    long before = stores.replace(part);
    if (before == part.online()) {
      return new SiteUpdate(null, null);
    }
    SiteCounters counters =
        SiteRules.replacePart(stores.counters(part.site()), before, part.online(), now);
    stores.put(counters);
    if (counters.online() > 0) {
      sitesOnline.add(part.site());
    } else {
      sitesOnline.remove(part.site());
    }
    startOrStopRepeating();
    return new SiteUpdate(counters, null);
  }

  private void repeatCounters(long now) {
    for (String site : sitesOnline) {
      SiteCounters counters =
          SiteRules.replacePart(stores.counters(site), 0, 0, Instant.ofEpochMilli(now));
      stores.put(counters);
      context().forward(new Record<>(site, new SiteUpdate(counters, null), now));
    }
  }

  /** Each run of a timer makes Kafka Streams commit, so it runs only while visitors are online. */
  private void startOrStopRepeating() {
    if (sitesOnline.isEmpty()) {
      stopRepeating();
    } else if (repeating == null) {
      repeating = context().schedule(REPEAT, PunctuationType.WALL_CLOCK_TIME, this::repeatCounters);
    }
  }

  private void stopRepeating() {
    if (repeating != null) {
      repeating.cancel();
      repeating = null;
    }
  }
}
