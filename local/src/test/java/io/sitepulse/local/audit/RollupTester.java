package io.sitepulse.local.audit;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.warehouse.rollup.MicrometerRollupMetrics;
import io.sitepulse.warehouse.rollup.RollupConfig;
import io.sitepulse.warehouse.rollup.RollupWorker;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** The worker that makes rollups, at work on tables. */
public final class RollupTester {

  private static final int MAX_VALUES = RollupConfig.DEFAULT.maxValues();

  private static final String DAYS_LEFT =
      "SELECT count() FROM (SELECT site, day, max(touched) AS t FROM sitepulse.touched_days"
          + " WHERE site IN (SELECT id FROM sitepulse.sites) GROUP BY site, day) AS touched"
          + " LEFT JOIN (SELECT site, day, max(rolled) AS r FROM sitepulse.rolled_days"
          + " GROUP BY site, day) AS rolled USING (site, day) WHERE t > r";

  private static final String MONTHS_LEFT =
      "SELECT count() FROM (SELECT site, toStartOfMonth(day) AS month, max(written) AS w"
          + " FROM sitepulse.rolled_days GROUP BY site, month) AS rolled LEFT JOIN"
          + " (SELECT site, month, max(summed) AS s FROM sitepulse.summed_months"
          + " GROUP BY site, month) AS summed USING (site, month)"
          + " WHERE w >= s AND month < toStartOfMonth(today() - 1)";

  private static final String EVENTS_LEFT =
      "SELECT count() FROM (SELECT site, day, max(touched) AS t FROM sitepulse.touched_days"
          + " WHERE site IN (SELECT id FROM sitepulse.sites) AND day < today() - 1"
          + " GROUP BY site, day) AS touched LEFT JOIN (SELECT site, day, max(resolved) AS r"
          + " FROM sitepulse.resolved_days GROUP BY site, day) AS resolved USING (site, day)"
          + " WHERE t > r";

  private final Tables tables;

  public RollupTester(Tables tables) {
    this.tables = tables;
  }

  /** Lets one work until nothing is left to do. */
  public void rollUp() {
    try (var worker = another()) {
      worker.start();
      finish();
    }
  }

  /** Returns when nothing is left to do for those at work. */
  void finish() {
    await().until(this::isAllDone);
  }

  /** One more, to be started. */
  RollupWorker another() {
    return another(new SimpleMeterRegistry());
  }

  /** One more, to be started, whose numbers can be asked for. */
  RollupWorker another(SimpleMeterRegistry registry) {
    return another(tables.jdbi(), registry);
  }

  private static RollupWorker another(Jdbi jdbi, SimpleMeterRegistry registry) {
    return another(jdbi, registry, MAX_VALUES, site -> true);
  }

  /** One more, to be started, with a limit of values of a dimension. */
  RollupWorker another(int maxValues) {
    return another(tables.jdbi(), new SimpleMeterRegistry(), maxValues, site -> true);
  }

  /** One more, to be started, with a share of the sites. */
  RollupWorker another(Predicate<String> share) {
    return another(tables.jdbi(), new SimpleMeterRegistry(), MAX_VALUES, share);
  }

  private static RollupWorker another(
      Jdbi jdbi, SimpleMeterRegistry registry, int maxValues, Predicate<String> share) {
    var config = new RollupConfig(true, Duration.ofMillis(10), maxValues);
    return new RollupWorker(
        config, jdbi, new MicrometerRollupMetrics(registry), Clock.systemUTC(), share);
  }

  /** Lets one work until nothing is left to do, and returns how many times it wrote rollups. */
  int countWrites() {
    try (var counted = tables.connect()) {
      var writes = new Writes();
      counted.jdbi().getConfig(SqlStatements.class).addCustomizer(writes);
      try (var worker = another(counted.jdbi(), new SimpleMeterRegistry())) {
        worker.start();
        finish();
      }
      return writes.count.get();
    }
  }

  /** Lets one work that dies after so many statements, if it is not done by then. */
  void dieAfter(int statements) {
    try (var mortal = tables.connect()) {
      mortal.jdbi().getConfig(SqlStatements.class).addCustomizer(new Dying(statements));
      var registry = new SimpleMeterRegistry();
      try (var worker = another(mortal.jdbi(), registry)) {
        worker.start();
        await().until(() -> failures(registry) > 0 || isAllDone());
      }
    }
  }

  static double failures(SimpleMeterRegistry registry) {
    return registry.get("sitepulse.rollup.failures").counter().count();
  }

  /**
   * Tells if all days of known sites are rolled up and, for closed days, the months summed and the
   * events resolved.
   */
  private boolean isAllDone() {
    return tables.number(DAYS_LEFT) == 0
        && tables.number(MONTHS_LEFT) == 0
        && tables.number(EVENTS_LEFT) == 0;
  }

  /** Counts the statements that write rollups. */
  private static final class Writes implements StatementCustomizer {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) {
      if (context.getRawSql().contains("INSERT INTO sitepulse.dimension_days")) {
        count.incrementAndGet();
      }
    }
  }

  /** Lets so many statements pass, and none after them. */
  private static final class Dying implements StatementCustomizer {
    private final AtomicInteger left;

    private Dying(int survives) {
      this.left = new AtomicInteger(survives);
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
        throws SQLException {
      boolean migration = context.getRawSql().contains("schema_migrations");
      if (!migration && left.getAndDecrement() <= 0) {
        throw new SQLException("died");
      }
    }
  }
}
