/**
 * The streams process. {@link io.sitepulse.streams.StreamsMain} starts the counting and the copy to
 * ClickHouse. It is the only type that knows both.
 *
 * <p>The other packages below this one are the Kafka Streams topology. An event meets them in this
 * order: {@code view} classifies it, {@code visit} and {@code online} aggregate its shard, {@code
 * outbox} limits the rate, {@code counter} sums the shards. A vote meets {@code poll}. Rejections
 * go through {@code rejected}, imported days through {@code imported}. {@code topology} connects
 * the packages and {@code runner} runs it. ClickHouse is in {@code io.sitepulse.warehouse}.
 */
@NullMarked
package io.sitepulse.streams;

import org.jspecify.annotations.NullMarked;
