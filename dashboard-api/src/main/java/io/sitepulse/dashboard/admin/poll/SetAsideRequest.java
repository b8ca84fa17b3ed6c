package io.sitepulse.dashboard.admin.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request body to set votes of a time aside.
 *
 * @param from first instant
 * @param to first instant after it
 * @param reason why, for readers of the result
 */
record SetAsideRequest(@Nullable Instant from, @Nullable Instant to, @Nullable String reason) {}
