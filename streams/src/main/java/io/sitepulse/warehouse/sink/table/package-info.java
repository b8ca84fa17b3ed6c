/**
 * The ClickHouse tables of the sink. A {@link io.sitepulse.warehouse.sink.table.Table} is a list of
 * columns, each with the value it takes from a record. The tables of related topics are constants
 * of one class, for example {@link io.sitepulse.warehouse.sink.table.PageViewTables}.
 */
@NullMarked
package io.sitepulse.warehouse.sink.table;

import org.jspecify.annotations.NullMarked;
