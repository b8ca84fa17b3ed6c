package io.sitepulse.streams.imported;

import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.rejected.Classified;
import io.sitepulse.streams.rejected.SourceRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Makes of each record of {@code imported-days} the part of one more shard: absolute, so that a
 * later record replaces an earlier one, and no value takes the day back. Keeps nothing itself. What
 * cannot be read, or is of a day that has not come yet, is kept as rejected: the counters hold the
 * latest days, and days ahead would push today out of them.
 */
public final class ImportedDayProcessor
    extends ContextualProcessor<String, byte[], String, Classified<ShardDay>> {
  private final Deserializer<ImportedDay> reader = Topics.IMPORTED_DAYS.value().deserializer();

  @Override
  public void process(Record<String, byte[]> record) {
    SourceRecord sourceRecord = SourceRecord.of(context(), record.timestamp(), record.value());
    context().forward(record.withValue(judge(record.key(), sourceRecord)));
  }

  private Classified<ShardDay> judge(@Nullable String key, SourceRecord sourceRecord) {
    ShardDay part = read(key, sourceRecord);
    if (part == null) {
      return new Classified<>(
          null, sourceRecord.reject(null, null, Reason.UNREADABLE, sourceRecord.time()));
    }
    if (part.day().isAfter(lastDay(sourceRecord.time()))) {
      var rejection =
          sourceRecord.reject(part.site(), part.day(), Reason.FROM_THE_FUTURE, sourceRecord.time());
      return new Classified<>(null, rejection);
    }
    return new Classified<>(part, null);
  }

  /** The part; null if nobody can read it, or if it does not stand under its own key. */
  private @Nullable ShardDay read(@Nullable String key, SourceRecord sourceRecord) {
    try {
      DayKey day = DayKey.parse(key == null ? "" : key);
      ImportedDay imported = reader.deserialize(sourceRecord.topic(), sourceRecord.value());
      if (imported == null) {
        return ShardDay.none(day.site(), day.day(), ShardDay.IMPORTED);
      }
      return imported.key().equals(day)
          ? new ShardDay(
              day.site(), day.day(), ShardDay.IMPORTED, imported.sums(), imported.ledger())
          : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Somewhere it may be tomorrow already. */
  private static LocalDate lastDay(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(1);
  }
}
