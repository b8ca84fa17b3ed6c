/** Where the ClickHouse engine's shared library comes from, and where it is kept. */
@NullMarked
package io.sitepulse.local.clickhouse.library;

import org.jspecify.annotations.NullMarked;
