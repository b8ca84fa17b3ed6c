package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sums the parts of all shards by site: one part in, the site's new counters out, with the day if
 * one changed. While anybody is online it repeats the counters, because readers believe {@link
 * SiteCounters#online} for {@link SiteCounters#ONLINE_VALID} only.
 */
public final class SiteAggregator
    extends ContextualProcessor<String, ShardPart, String, SiteUpdate> {
  /** Twice a minute, so that it is once a minute even if one is late. */
  static final Duration REPEAT = Duration.ofSeconds(30);

  private final Set<String> sitesOnline = new TreeSet<>();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private SiteStores stores;

  @Override
  public void init(ProcessorContext<String, SiteUpdate> context) {
    super.init(context);
    stores = new SiteStores(context);
    sitesOnline.clear();
    sitesOnline.addAll(stores.sitesOnline());
    context.schedule(REPEAT, PunctuationType.WALL_CLOCK_TIME, this::repeat);
  }

  @Override
  public void process(Record<String, ShardPart> record) {
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    SiteUpdate update =
        record.value() instanceof ShardDay day
            ? sum(day, now)
            : sum((ShardOnline) record.value(), now);
    stores.put(update.counters());
    context().forward(record.withKey(update.counters().site()).withValue(update));
  }

  private SiteUpdate sum(ShardDay part, Instant now) {
    ShardDay before = stores.replace(part);
    SiteDay day = SiteRules.exchange(stores.day(part.site(), part.day()), before, part, now);
    stores.put(day);
    SiteCounters counters = SiteRules.exchange(stores.counters(part.site()), before, part, now);
    return new SiteUpdate(counters, day);
  }

  private SiteUpdate sum(ShardOnline part, Instant now) {
    long before = stores.replace(part);
    SiteCounters counters =
        SiteRules.exchange(stores.counters(part.site()), before, part.online(), now);
    if (counters.online() > 0) {
      sitesOnline.add(part.site());
    } else {
      sitesOnline.remove(part.site());
    }
    return new SiteUpdate(counters, null);
  }

  private void repeat(long now) {
    for (String site : sitesOnline) {
      SiteCounters counters =
          SiteRules.exchange(stores.counters(site), 0, 0, Instant.ofEpochMilli(now));
      stores.put(counters);
      context().forward(new Record<>(site, new SiteUpdate(counters, null), now));
    }
  }
}
