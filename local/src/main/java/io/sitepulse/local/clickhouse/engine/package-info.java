/** The ClickHouse engine as a library in this process: connections, queries, inserts, errors. */
@NullMarked
package io.sitepulse.local.clickhouse.engine;

import org.jspecify.annotations.NullMarked;
