/**
 * Keeps ClickHouse up to date with the topics. {@code sink} copies records to tables. {@code
 * rollup} computes totals from the raw events in these tables. This package has the parts they
 * share: a worker thread, its backoff, and the text of a failure.
 *
 * <p>Nothing here uses Kafka Streams, and nothing in {@code io.sitepulse.streams} except {@code
 * StreamsMain} uses ClickHouse.
 */
@NullMarked
package io.sitepulse.warehouse;

import org.jspecify.annotations.NullMarked;
