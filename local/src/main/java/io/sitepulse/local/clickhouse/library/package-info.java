/** Fetches the ClickHouse engine's shared library and keeps it in a cache. */
@NullMarked
package io.sitepulse.local.clickhouse.library;

import org.jspecify.annotations.NullMarked;
