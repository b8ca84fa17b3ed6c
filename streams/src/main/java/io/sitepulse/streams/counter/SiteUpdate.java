package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What a part changed at its site.
 *
 * @param counters the site's counters then
 * @param day the day that changed; null if only the online count did
 */
public record SiteUpdate(SiteCounters counters, @Nullable SiteDay day) {
  /** The day that changed, by "site|day". */
  public List<KeyValue<String, SiteDay>> days() {
    return day == null
        ? List.of()
        : List.of(KeyValue.pair(ShardDay.keyOf(day.site(), day.day()), day));
  }
}
