/** Brings the topics into ClickHouse: at least once delivered, once effective, never skipped. */
@NullMarked
package io.sitepulse.warehouse.sink;

import org.jspecify.annotations.NullMarked;
