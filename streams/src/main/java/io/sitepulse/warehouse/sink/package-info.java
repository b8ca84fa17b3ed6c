/**
 * Copies the topics to ClickHouse. Records are delivered at least once, repeated writes change
 * nothing, and no record is skipped.
 *
 * <p>A record meets the types in this order:
 *
 * <ol>
 *   <li>{@link io.sitepulse.warehouse.sink.Sink} owns the threads and replaces a failed consumer.
 *   <li>{@code SinkSession} polls the consumer, fills a batch and commits offsets.
 *   <li>{@code TopicTableMappings} finds the tables of the topic, {@code TopicTableMapping} reads
 *       the record and adds its rows.
 *   <li>{@link io.sitepulse.warehouse.sink.table.Table} makes the row from the record.
 *   <li>{@code Batch} merges rows of the same key and holds the offsets.
 *   <li>{@code PendingWrite} retries the batch until it is stored.
 *   <li>{@code ClickHouseWriter} applies the migrations, {@code RowInsert} inserts the rows.
 * </ol>
 *
 * {@code ConsumerLag} measures how far the sink is behind.
 */
@NullMarked
package io.sitepulse.warehouse.sink;

import org.jspecify.annotations.NullMarked;
