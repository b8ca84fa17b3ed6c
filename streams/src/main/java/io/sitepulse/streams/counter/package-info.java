/**
 * Totals of each shard and of each site.
 *
 * <p>A shard writes its part of a site as a {@link io.sitepulse.streams.counter.ShardPart}: a
 * {@link io.sitepulse.streams.counter.ShardDay} or a {@link
 * io.sitepulse.streams.counter.ShardOnline}. {@link io.sitepulse.streams.counter.SiteAggregator}
 * replaces the earlier part in the stores of the site by {@code SiteRules} and forwards a {@link
 * io.sitepulse.streams.counter.SiteUpdate}.
 */
@NullMarked
package io.sitepulse.streams.counter;

import org.jspecify.annotations.NullMarked;
