package io.sitepulse.local.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A record of page-views as a test makes it up.
 *
 * @param visitor 0: nobody
 * @param kafkaTime the record's own time
 */
public record Delivered(
    UUID id,
    LocalDate day,
    Instant at,
    Instant received,
    Instant kafkaTime,
    boolean heartbeat,
    long visitor,
    boolean bot,
    long engagedMs,
    int partition,
    long offset) {}
