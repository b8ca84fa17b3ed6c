/** Access to ClickHouse: connections, migrations, queries in .sql resources. */
@NullMarked
package io.sitepulse.clickhouse;

import org.jspecify.annotations.NullMarked;
