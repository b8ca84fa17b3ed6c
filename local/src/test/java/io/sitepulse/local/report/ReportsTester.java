package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.Json;
import io.sitepulse.contract.clickhouse.ClickHouse;
import io.sitepulse.contract.clickhouse.ClickHouseConfig;
import io.sitepulse.contract.clickhouse.Migrations;
import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.streams.rollup.RollupConfig;
import io.sitepulse.streams.rollup.RollupMeters;
import io.sitepulse.streams.rollup.Rollups;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Reports as managers get them: asked over HTTP by somebody who has signed in, of a real ClickHouse
 * that has the events and days as the sink leaves them, and the rollups that the worker of streams
 * made of these.
 */
final class ReportsTester implements AutoCloseable {
  final Portals portals = new Portals(7);
  final DashboardTester dashboard;

  private final EmbeddedClickHouse engine;
  final ClickHouse clickHouse;
  private final Manager manager;

  private ReportsTester(Path folder) throws Exception {
    engine = EmbeddedClickHouse.start(folder, 0);
    clickHouse =
        new ClickHouse(new ClickHouseConfig(engine.jdbcUrl(), engine.user(), engine.password(), 4));
    Migrations.apply(clickHouse.jdbi());
    portals.fill(new ReportTables(clickHouse.jdbi()));
    rollUp(clickHouse.jdbi());
    dashboard = DashboardTester.over(clickHouse.jdbi());
    dashboard.clock.set(Portals.NOW);
    Portals.SITES.forEach(site -> dashboard.sites.put(site.id(), site));
    portals.counters.forEach(dashboard.counters::put);
    dashboard.groups.put("so", new Group(1, "so", "Các sở", 1));
    dashboard.groups.put("xa", new Group(1, "xa", "Các xã", 0));
    manager = Manager.administrator(dashboard);
  }

  static ReportsTester start(Path folder) throws Exception {
    return new ReportsTester(folder);
  }

  private static void rollUp(Jdbi jdbi) {
    var meters = new RollupMeters(new SimpleMeterRegistry());
    var config = new RollupConfig(true, Duration.ofMillis(10));
    try (var worker = new Rollups(config, jdbi, meters, Clock.systemUTC())) {
      worker.start();
      await().atMost(Duration.ofMinutes(3)).until(() -> isRolledUp(jdbi));
    }
  }

  private static boolean isRolledUp(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "SELECT count() FROM sitepulse.touched_days WHERE (site, day) NOT IN"
                            + " (SELECT site, day FROM sitepulse.rolled_days)")
                    .mapTo(Long.class)
                    .one()
                == 0);
  }

  HttpResponse<String> ask(String path) throws Exception {
    return manager.get(path);
  }

  JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  /** A value as it would be read from an answer. */
  static JsonNode tree(Object value) throws Exception {
    return Json.MAPPER.readTree(
        Json.MAPPER
            .copy()
            .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
            .writeValueAsBytes(value));
  }

  @Override
  public void close() {
    dashboard.close();
    clickHouse.close();
    engine.close();
  }
}
