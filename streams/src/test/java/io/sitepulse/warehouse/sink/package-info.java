/** Tests of the sink that need neither broker nor ClickHouse. */
@NullMarked
package io.sitepulse.warehouse.sink;

import org.jspecify.annotations.NullMarked;
