/** Tests of the embedded ClickHouse. */
@NullMarked
package io.sitepulse.local.clickhouse;

import org.jspecify.annotations.NullMarked;
