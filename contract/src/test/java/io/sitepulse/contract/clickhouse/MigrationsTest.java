package io.sitepulse.contract.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationsTest {
  @Test
  void migrationsAreNumberedInOrderAndEveryStatementMayRunTwice() throws Exception {
    assertThat(Migrations.ALL).isSorted().allMatch(name -> name.matches("V\\d{3}__[a-z_]+\\.sql"));
    for (String name : Migrations.ALL) {
      String file = "migrations/" + name;
      assertThat(text(file)).startsWith("-- ");
      String sql = SqlFile.read(Migrations.class, file);
      assertThat(Migrations.statements(sql))
          .isNotEmpty()
          .allMatch(s -> s.contains("IF NOT EXISTS"));
    }
  }

  @Test
  void commentsOfAQueryDoNotReachTheDriver() {
    assertThat(SqlFile.read(Migrations.class, "migrations/V006__definitions.sql"))
        .doesNotContain("--")
        .startsWith("CREATE TABLE");
  }

  @Test
  void commentsAndSemicolonsDoNotReachTheServer() {
    assertThat(Migrations.statements("-- why;\nA\nB;\n\n-- more\nC;\n"))
        .containsExactly("A\nB", "C");
  }

  private static String text(String file) throws Exception {
    try (var stream = Migrations.class.getResourceAsStream(file)) {
      return stream == null ? "" : new String(stream.readAllBytes(), UTF_8);
    }
  }
}
