/**
 * Visits, visitors and engaged time of each day, aggregated by shard.
 *
 * <p>A classified event meets {@link io.sitepulse.streams.visit.VisitSessionizer}, which adds it to
 * the {@link io.sitepulse.streams.visit.VisitDay} of its visitor in {@link
 * io.sitepulse.streams.visit.VisitorDays}, and {@code VisitRules}, which adds the change to the
 * totals of the shard.
 */
@NullMarked
package io.sitepulse.streams.visit;

import org.jspecify.annotations.NullMarked;
