package io.sitepulse.local.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times since which Kafka has all records. What is older and lost in ClickHouse comes from a backup
 * only. A time is null if nothing was deleted, or if Kafka was not asked.
 */
record Retained(@Nullable Instant events, @Nullable Instant votes) {
  static final Retained UNKNOWN = new Retained(null, null);
}
