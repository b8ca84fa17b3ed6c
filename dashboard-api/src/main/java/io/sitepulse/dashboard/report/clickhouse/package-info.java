/** Loads reports from ClickHouse and from the live counters. */
@NullMarked
package io.sitepulse.dashboard.report.clickhouse;

import org.jspecify.annotations.NullMarked;
