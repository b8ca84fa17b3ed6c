package io.sitepulse.local.doctor;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.clickhouse.Migrations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Asks ClickHouse. */
final class ClickHouseProbe {
  private static final String ORIGINS =
      """
      SELECT id, empty(JSONExtract(argMax(definition, version), 'origins', 'Array(String)')) AS open
      FROM sitepulse.sites
      GROUP BY id
      HAVING NOT argMax(archived, version)
      ORDER BY id
      """;

  private ClickHouseProbe() {}

  private record SiteOrigins(String id, boolean open) {}

  static List<Finding> findings(ClickHouseConfig config) {
    try (var clickHouse = new ClickHouse(config)) {
      return clickHouse.jdbi().withHandle(ClickHouseProbe::ask).judge(Migrations.ALL);
    } catch (JdbiException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return List.of(
          Finding.fault(
              "clickhouse",
              config.url() + " cannot be asked: " + KafkaProbe.firstLine(cause),
              "start it, check sitepulse.clickhouse.url, .user and .password;"
                  + " tables are made by streams"));
    }
  }

  private static ClickHouseFacts ask(Handle handle) {
    String version = handle.createQuery("SELECT version()").mapTo(String.class).one();
    ClockDifference clock = clock(handle);
    List<String> applied =
        handle
            .createQuery("SELECT DISTINCT name FROM sitepulse.schema_migrations")
            .mapTo(String.class)
            .list();
    List<Disk> disks =
        handle
            .createQuery(
                "SELECT name, path, toInt64(free_space) AS free, toInt64(total_space) AS total"
                    + " FROM system.disks WHERE total_space < 1e18")
            .map(
                (row, context) ->
                    new Disk(
                        "clickhouse disk " + row.getString("path"),
                        row.getLong("free"),
                        row.getLong("total")))
            .list();
    List<SiteOrigins> sites =
        handle
            .createQuery(ORIGINS)
            .map((row, context) -> new SiteOrigins(row.getString("id"), row.getBoolean("open")))
            .list();
    List<String> open = sites.stream().filter(SiteOrigins::open).map(SiteOrigins::id).toList();
    return new ClickHouseFacts(version, clock, applied, disks, open, sites.size());
  }

  private static ClockDifference clock(Handle handle) {
    Instant before = Instant.now();
    long millis =
        handle.createQuery("SELECT toUnixTimestamp64Milli(now64(3))").mapTo(Long.class).one();
    Duration took = Duration.between(before, Instant.now());
    return new ClockDifference(
        "clock of clickhouse", Duration.between(before, Instant.ofEpochMilli(millis)), took);
  }
}
