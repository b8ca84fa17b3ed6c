/**
 * Classifies page views and heartbeats: counted, duplicate, bot or rejected.
 *
 * <p>An event meets {@link io.sitepulse.streams.view.EventClassifier}, which reads it, {@link
 * io.sitepulse.streams.view.SeenIds}, which finds earlier deliveries of its id, and {@link
 * io.sitepulse.streams.view.ViewRules}, which decides its {@link
 * io.sitepulse.streams.view.EventOutcome}. It continues to the shard of its visitor as a {@link
 * io.sitepulse.streams.view.ClassifiedEvent}.
 */
@NullMarked
package io.sitepulse.streams.view;

import org.jspecify.annotations.NullMarked;
