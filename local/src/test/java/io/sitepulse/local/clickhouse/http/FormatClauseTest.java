package io.sitepulse.local.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatClauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FORMAT JSON|JSON",
        "select 1 format CSV;|CSV",
        "SELECT 1 FORMAT JSONEachRow SETTINGS max_threads = 1|JSONEachRow",
        "SELECT 1 FORMAT TSV -- the end|TSV",
        "SHOW TABLES FORMAT Null|Null",
      })
  void theFormatThatAQueryNamesIsFound(String sql, String format) {
    assertThat(FormatClause.of(sql.getBytes(StandardCharsets.UTF_8))).contains(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT 'FORMAT JSON'",
        "SELECT format FROM t",
        "SELECT 1 -- FORMAT JSON",
        "SELECT * FROM (SELECT 1 FORMAT JSON)",
        "SELECT format x FROM t",
        "",
      })
  void elsewhereTheWordMeansNothing(String sql) {
    assertThat(FormatClause.of(sql.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
