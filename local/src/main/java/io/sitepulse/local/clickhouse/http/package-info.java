/** ClickHouse's HTTP interface over the engine: what runs in the child process. */
@NullMarked
package io.sitepulse.local.clickhouse.http;

import org.jspecify.annotations.NullMarked;
