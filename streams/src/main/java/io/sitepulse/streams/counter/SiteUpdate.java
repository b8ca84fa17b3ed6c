package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The change of a site by one part.
 *
 * @param counters counters of the site after the change, null if no figure has changed
 * @param day the changed day, null if only the online count has changed
 */
public record SiteUpdate(@Nullable SiteCounters counters, @Nullable SiteDay day) {
  /** Returns the changed day, if any, with the key "site|day". */
  public List<KeyValue<String, SiteDay>> days() {
    return day == null
        ? List.of()
        : List.of(KeyValue.pair(ShardDay.keyOf(day.site(), day.day()), day));
  }

  /** Returns the changed counters, if any. */
  public List<SiteCounters> changedCounters() {
    return counters == null ? List.of() : List.of(counters);
  }
}
