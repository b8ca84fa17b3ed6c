package io.sitepulse.local.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsertStatementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO t VALUES (1)|INSERT INTO t |Values| (1)",
        "insert into t (a, b) values(1, 2)|insert into t (a, b) |Values|(1, 2)",
        "INSERT INTO TABLE d.`t values` (`format`) VALUES (1)"
            + "|INSERT INTO TABLE d.`t values` (`format`) |Values| (1)",
        "INSERT INTO t FORMAT CSV 1,2|INSERT INTO t |CSV|1,2",
        "INSERT INTO values VALUES (1)|INSERT INTO values |Values| (1)",
        "INSERT INTO t SETTINGS x = 'values' VALUES (1)"
            + "|INSERT INTO t SETTINGS x = 'values' |Values| (1)",
        "INSERT INTO t /* values */ (a) VALUES (1)|INSERT INTO t /* values */ (a) |Values| (1)",
        "INSERT INTO FUNCTION null('a Int8') VALUES (1)"
            + "|INSERT INTO FUNCTION null('a Int8') |Values| (1)",
      })
  void anInsertIsCutWhereItsDataBegins(String sql, String statement, String format, String data) {
    byte[] bytes = bytes(sql);

    InsertStatement insert = InsertStatement.in(bytes).orElseThrow();

    assertThat(sql.substring(0, insert.statementBytes()).strip()).isEqualTo(statement.strip());
    assertThat(insert.format()).isEqualTo(format);
    assertThat(sql.substring(insert.dataFrom()).strip()).isEqualTo(data.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "",
        "INSERT",
        "INSERT INTO t",
        "INSERT INTO t SELECT 'x FORMAT CSV'",
        "INSERT INTO t (a) SELECT 1 FORMAT CSV",
        "INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x",
        "INSERT INTO t FROM INFILE 'a' FORMAT CSV",
        "SELECT * FROM insert FORMAT Values",
        "CREATE TABLE t (a Int8) ENGINE = Memory",
      })
  void everythingElseCarriesNoData(String sql) {
    assertThat(InsertStatement.in(bytes(sql))).isEmpty();
  }

  @Test
  void oneLineBreakAfterTheFormatIsNotData() {
    byte[] sql = bytes("INSERT INTO t FORMAT RowBinary\r\n\n\u0001");

    int from = InsertStatement.in(sql).orElseThrow().dataFrom();

    assertThat(new String(sql, from, sql.length - from, StandardCharsets.UTF_8))
        .isEqualTo("\n\u0001");
  }

  @Test
  void binaryDataIsNotLookedAt() {
    byte[] sql = bytes("INSERT INTO t FORMAT RowBinary\n'unclosed /* \u0000");

    assertThat(InsertStatement.in(sql)).isPresent();
  }

  private static byte[] bytes(String sql) {
    return sql.getBytes(StandardCharsets.UTF_8);
  }
}
