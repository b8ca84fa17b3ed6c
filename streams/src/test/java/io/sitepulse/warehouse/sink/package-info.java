/** Tests of the sink without a broker or ClickHouse. */
@NullMarked
package io.sitepulse.warehouse.sink;

import org.jspecify.annotations.NullMarked;
