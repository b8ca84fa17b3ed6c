/**
 * Counts the visitors online by wall-clock time.
 *
 * <p>{@link io.sitepulse.streams.online.OnlineVisitors} reads classified events and forwards the
 * counts of its shard. {@code OnlineTimerWheel} finds the visitors that go offline.
 */
@NullMarked
package io.sitepulse.streams.online;

import org.jspecify.annotations.NullMarked;
