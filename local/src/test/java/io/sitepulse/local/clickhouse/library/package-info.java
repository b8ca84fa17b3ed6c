/** Tests of the embedded ClickHouse. */
@NullMarked
package io.sitepulse.local.clickhouse.library;

import org.jspecify.annotations.NullMarked;
