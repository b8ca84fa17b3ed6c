package io.sitepulse.local.clickhouse.http;

import io.sitepulse.local.clickhouse.engine.EngineResult;
import io.vertx.core.json.JsonObject;

/** The X-ClickHouse-Summary header: numbers as texts, as servers send them. */
final class Summary {
  private static final double NANOS_A_SECOND = 1e9;

  private Summary() {}

  static String json(EngineResult.Statistics statistics) {
    return new JsonObject()
        .put("read_rows", Long.toString(statistics.readRows()))
        .put("read_bytes", Long.toString(statistics.readBytes()))
        .put("written_rows", Long.toString(statistics.writtenRows()))
        .put("written_bytes", Long.toString(statistics.writtenBytes()))
        .put("total_rows_to_read", "0")
        .put("result_rows", Long.toString(statistics.resultRows()))
        .put("result_bytes", Long.toString(statistics.resultBytes()))
        .put("elapsed_ns", Long.toString((long) (statistics.seconds() * NANOS_A_SECOND)))
        .encode();
  }
}
