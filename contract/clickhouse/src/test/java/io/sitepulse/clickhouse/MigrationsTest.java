package io.sitepulse.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationsTest {
  /** Touching a day twice only rolls it up twice. */
  private static final String TOUCH = "INSERT INTO sitepulse.touched_days (site, day)\nSELECT";

  @Test
  void migrationsAreNumberedInOrderAndEveryStatementMayRunTwice() {
    assertThat(Migrations.ALL).isSorted().allMatch(name -> name.matches("V\\d{3}__[a-z_]+\\.sql"));
    for (String name : Migrations.ALL) {
      String sql = SqlFile.read(Migrations.class, "migrations/" + name);
      assertThat(Migrations.statements(sql))
          .isNotEmpty()
          .allMatch(s -> s.contains("IF NOT EXISTS") || s.startsWith(TOUCH));
    }
  }

  @Test
  void removesCommentsAndSemicolons() {
    assertThat(Migrations.statements("-- why;\nA\nB;\n\n-- more\nC;\n"))
        .containsExactly("A\nB", "C");
  }
}
