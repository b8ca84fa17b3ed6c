package io.sitepulse.local.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A record of {@code page-views} made up by a test.
 *
 * @param visitor 0 for no visitor
 * @param kafkaTime the record's timestamp
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
