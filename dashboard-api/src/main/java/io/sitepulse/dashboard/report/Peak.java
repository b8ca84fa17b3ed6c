package io.sitepulse.dashboard.report;

import java.time.Instant;

/**
 * The most visitors online at once.
 *
 * @param count how many
 * @param at in which minute; the first one of several
 */
public record Peak(long count, Instant at) {}
