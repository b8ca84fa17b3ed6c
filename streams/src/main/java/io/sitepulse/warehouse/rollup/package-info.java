/**
 * Computes rollups in ClickHouse: totals of days by dimension, totals of months, and the raw events
 * of past days resolved to visits. Stale rollups are recomputed as a whole and never incremented.
 *
 * <ol>
 *   <li>The sink writes raw events and touches their day.
 *   <li>{@link io.sitepulse.warehouse.rollup.RollupWorker} runs a {@code RollupJob} at intervals.
 *   <li>{@code RollupTables} runs the SQL. It finds {@code StaleDays}, joined to a {@code DayRange}
 *       or {@code MonthRange} for each statement, and reads the site from {@code SiteDefinitions}.
 * </ol>
 */
@NullMarked
package io.sitepulse.warehouse.rollup;

import org.jspecify.annotations.NullMarked;
