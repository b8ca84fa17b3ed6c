package io.sitepulse.clickhouse;

import io.sitepulse.runtime.log.LogKeys;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates and changes the tables. ClickHouse has no transactions or locks to keep two instances
 * apart, so every statement of a migration must be one that changes nothing when it is run again
 * ({@code IF NOT EXISTS}): two instances that start together may both run it.
 */
public final class Migrations {
  /** File names in the order of execution. A released migration is never edited. */
  public static final List<String> ALL =
      List.of(
          "V001__page_views.sql",
          "V002__site_days.sql",
          "V003__site_online.sql",
          "V004__rejected_events.sql",
          "V005__polls.sql",
          "V006__definitions.sql",
          "V007__country.sql",
          "V008__dimension_days.sql",
          "V009__management.sql",
          "V010__imported_days.sql",
          "V011__dimension_months.sql",
          "V012__resolved_events.sql",
          "V013__campaigns.sql",
          "V014__page_spellings.sql",
          "V015__collector_faults.sql",
          "V016__packed_events.sql",
          "V017__script_versions.sql",
          "V018__topic_epochs.sql",
          "V019__unreadable_records.sql",
          "V020__set_aside.sql");

  /** Jdbi would look for parameters, which takes longer than ClickHouse takes for the statement. */
  private static final SqlParser VERBATIM =
      new SqlParser() {
        @Override
        public ParsedSql parse(String sql, StatementContext context) {
          return ParsedSql.builder().append(sql).build();
        }

        @Override
        public String nameParameter(String name, StatementContext context) {
          throw new UnsupportedOperationException("a migration has no parameters");
        }
      };

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /**
   * Applies the migrations that are missing.
   *
   * @throws org.jdbi.v3.core.JdbiException if ClickHouse refuses a statement or does not respond
   */
  public static void apply(Jdbi jdbi) {
    jdbi.useHandle(Migrations::apply);
  }

  /** Returns those of some applied migrations that this version does not have. */
  public static List<String> unknown(Collection<String> applied) {
    return applied.stream().filter(name -> !ALL.contains(name)).sorted().toList();
  }

  private static void apply(Handle handle) {
    run(handle, "V000__schema_migrations.sql");
    Set<String> done = new HashSet<>(applied(handle));
    for (String name : ALL) {
      if (done.add(name)) {
        run(handle, name);
        handle.execute("INSERT INTO sitepulse.schema_migrations (name) VALUES (?)", name);
        LOG.atInfo().addKeyValue(LogKeys.MIGRATION, name).log("migration applied");
      }
    }
  }

  private static List<String> applied(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT name FROM sitepulse.schema_migrations")
        .mapTo(String.class)
        .list();
  }

  private static void run(Handle handle, String name) {
    for (String statement : statements(SqlFile.read(Migrations.class, "migrations/" + name))) {
      handle
          .createUpdate(statement)
          .configure(SqlStatements.class, statements -> statements.setSqlParser(VERBATIM))
          .execute();
    }
  }

  /** Splits a script. A statement ends with a semicolon at the end of a line. */
  static List<String> statements(String sql) {
    return sql
        .lines()
        .filter(line -> !line.stripLeading().startsWith("--"))
        .reduce(
            new StringBuilder(),
            (all, line) -> all.append(line).append('\n'),
            StringBuilder::append)
        .toString()
        .transform(text -> List.of(text.split(";\\s*\\n")))
        .stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
