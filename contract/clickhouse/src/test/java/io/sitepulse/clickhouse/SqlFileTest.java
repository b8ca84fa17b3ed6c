package io.sitepulse.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlFileTest {

  @Test
  void insertsIncludedFilesAndRemovesComments() {
    assertThat(SqlFile.read(SqlFileTest.class, "outer.sql"))
        .isEqualTo("SELECT count()\nFROM\n(\nSELECT 1\n) AS inside\n");
  }

  @Test
  void theEventsAndTheirVisitsCanBeIncludedByAnyModule() {
    assertThat(SqlFile.read(SqlFileTest.class, "/io/sitepulse/clickhouse/inner.sql"))
        .isEqualTo("SELECT 1\n");
    assertThat(SqlFile.read(SqlFileTest.class, "visits.sql")).contains(":own_hosts");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> SqlFile.read(SqlFileTest.class, "none.sql"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.sql");
  }
}
