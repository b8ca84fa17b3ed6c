/** Tests of the embedded ClickHouse. */
@NullMarked
package io.sitepulse.local.clickhouse.engine;

import org.jspecify.annotations.NullMarked;
