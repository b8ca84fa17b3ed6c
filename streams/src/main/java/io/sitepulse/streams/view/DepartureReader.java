package io.sitepulse.streams.view;

import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.partition.Partitions;
import io.sitepulse.streams.view.ShardEvents.VisitorEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends each record of {@code visitor-departures} to the shard of its visitor. Records that are too
 * old to matter or have another key are dropped: they would change the number of visitors online
 * for minutes at most.
 */
public final class DepartureReader
    extends ContextualProcessor<String, byte[], String, ShardEvents> {
  /** Time after which a departure changes nothing, because its visitor is offline anyway. */
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{16}");

  private final Partitions shards;

  /**
   * Creates the processor.
   *
   * @param shards the shards that departures are sent to
   */
  public DepartureReader(Partitions shards) {
    this.shards = shards;
  }

  @Override
  public void process(Record<String, byte[]> record) {
    long age = context().currentSystemTimeMs() - record.timestamp();
    if (age > LIFETIME.toMillis() || !isVisitor(record.key())) {
      return;
    }
    Instant at = Instant.ofEpochMilli(record.timestamp());
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    var departed = new ClassifiedEvent(EventOutcome.DEPARTED, day, at, 0, false);
    String shard = Integer.toString(shards.of(record.key()));
    context()
        .forward(
            record
                .withKey(shard)
                .withValue(new ShardEvents(List.of(new VisitorEvent(record.key(), departed)))));
  }

  private static boolean isVisitor(@Nullable String key) {
    int separator = key == null ? -1 : key.indexOf('|');
    if (key == null
        || separator < 0
        || !PSEUDONYM.matcher(key.substring(separator + 1)).matches()) {
      return false;
    }
    try {
      String site = Site.checkId(key.substring(0, separator));
      return Topics.key(site, key.substring(separator + 1)).equals(key);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
