/** ClickHouse tables of the sink, one class each. */
@NullMarked
package io.sitepulse.warehouse.sink.table;

import org.jspecify.annotations.NullMarked;
