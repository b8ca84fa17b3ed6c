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
 * Turns each record of {@code imported-days} into the part of one more shard. Parts are absolute: a
 * later record replaces an earlier one, and a tombstone removes the day. The processor is
 * stateless. It rejects a record that is unreadable, and one for a day in the future: the counters
 * hold the latest days, so days ahead would push today out of them.
 */
public final class ImportedDayProcessor
    extends ContextualProcessor<String, byte[], String, Classified<ShardDay>> {
  private final Deserializer<ImportedDay> deserializer =
      Topics.IMPORTED_DAYS.value().deserializer();

  @Override
  public void process(Record<String, byte[]> record) {
    SourceRecord sourceRecord = SourceRecord.of(context(), record.timestamp(), record.value());
    context().forward(record.withValue(classify(record.key(), sourceRecord)));
  }

  private Classified<ShardDay> classify(@Nullable String key, SourceRecord sourceRecord) {
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

  /** Returns the part, null if the record is unreadable or has the key of another day. */
  private @Nullable ShardDay read(@Nullable String key, SourceRecord sourceRecord) {
    try {
      DayKey day = DayKey.parse(key == null ? "" : key);
      ImportedDay imported = deserializer.deserialize(sourceRecord.topic(), sourceRecord.value());
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

  /** Returns the latest day that has begun in some time zone. */
  private static LocalDate lastDay(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(1);
  }
}
