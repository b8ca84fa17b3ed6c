/** The way to ClickHouse: connection, migrations, queries kept in .sql resources. */
@NullMarked
package io.sitepulse.clickhouse;

import org.jspecify.annotations.NullMarked;
