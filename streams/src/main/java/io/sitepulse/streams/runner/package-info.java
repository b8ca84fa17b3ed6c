/**
 * Runs the topology.
 *
 * <p>{@link io.sitepulse.streams.runner.StreamsService} creates the topics and starts {@link
 * io.sitepulse.streams.runner.StreamsRunner} with the {@link
 * io.sitepulse.streams.runner.StreamsProperties} made of {@link
 * io.sitepulse.streams.runner.CountingConfig}. {@link io.sitepulse.streams.runner.FaultPolicy}
 * decides which failures the run survives.
 */
@NullMarked
package io.sitepulse.streams.runner;

import org.jspecify.annotations.NullMarked;
