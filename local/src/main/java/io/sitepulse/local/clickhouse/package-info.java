/**
 * ClickHouse on one machine, without a server to install: {@link
 * io.sitepulse.local.clickhouse.EmbeddedClickHouse} starts it as a child process.
 *
 * <pre>
 *  EmbeddedClickHouse ── library.EngineLibrary   libchdb.so, fetched once
 *        │ starts
 *        ▼
 *  http.ClickHouseServerMain (child JVM) ── http.ClickHouseHttp ── engine.Engine ── libchdb.so
 * </pre>
 */
@NullMarked
package io.sitepulse.local.clickhouse;

import org.jspecify.annotations.NullMarked;
