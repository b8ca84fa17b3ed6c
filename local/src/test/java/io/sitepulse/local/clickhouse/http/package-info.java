/** Tests of the embedded ClickHouse. */
@NullMarked
package io.sitepulse.local.clickhouse.http;

import org.jspecify.annotations.NullMarked;
