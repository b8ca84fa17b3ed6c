package io.sitepulse.local.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.local.clickhouse.engine.EngineException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryCallTest {

  @Test
  void theUrlTellsQueryParametersAndSettingsApart() {
    MultiMap url =
        MultiMap.caseInsensitiveMultiMap()
            .add("query", "SELECT {x:String}")
            .add("database", "sitepulse")
            .add("param_x", "a")
            .add("max_threads", "2")
            .add("default_format", "JSON")
            .add("compress", "1");

    QueryCall call = QueryCall.of(HttpMethod.POST, url, MultiMap.caseInsensitiveMultiMap());

    assertThat(call.query()).isEqualTo("SELECT {x:String}");
    assertThat(call.database()).contains("sitepulse");
    assertThat(call.parameters()).containsExactly(Map.entry("x", "a"));
    assertThat(call.settings()).containsExactly(Map.entry("max_threads", "2"));
    assertThat(call.format()).isEqualTo("JSON");
    assertThat(call.compressed()).isTrue();
    assertThat(call.decompress()).isFalse();
  }

  @Test
  void headersAreUsedIfTheUrlHasNoValue() {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-ClickHouse-Format", "RowBinaryWithNamesAndTypes")
            .add("X-ClickHouse-Database", "sitepulse");

    QueryCall call = QueryCall.of(HttpMethod.POST, MultiMap.caseInsensitiveMultiMap(), headers);

    assertThat(call.format()).isEqualTo("RowBinaryWithNamesAndTypes");
    assertThat(call.database()).contains("sitepulse");
    assertThat(call.query()).isEmpty();
    assertThat(call.queryId()).isNotBlank();
  }

  @Test
  void unsupportedParametersAreRefusedByName() {
    MultiMap none = MultiMap.caseInsensitiveMultiMap();
    MultiMap session = MultiMap.caseInsensitiveMultiMap().add("session_id", "a");
    MultiMap packed = MultiMap.caseInsensitiveMultiMap().add("Content-Encoding", "lz4");

    assertThatThrownBy(() -> QueryCall.of(HttpMethod.POST, session, none))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("session_id");
    assertThatThrownBy(() -> QueryCall.of(HttpMethod.POST, none, packed))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("lz4");
  }

  @Test
  void aGetChangesNothing() {
    QueryCall call =
        QueryCall.of(
            HttpMethod.GET, MultiMap.caseInsensitiveMultiMap(), MultiMap.caseInsensitiveMultiMap());

    assertThat(call.settings()).containsEntry("readonly", "2");
    assertThat(call.format()).isEqualTo("TabSeparated");
  }
}
