package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.local.Scratch;
import io.sitepulse.local.audit.RollupTester;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.runtime.json.Json;
import java.net.http.HttpResponse;

/**
 * Reports as managers get them: requested over HTTP in a session, from a real ClickHouse with the
 * events and days that the sink leaves and the rollups that the worker makes.
 */
final class ReportsTester implements AutoCloseable {
  final Portals portals = new Portals(7);
  final DashboardTester dashboard;

  final Tables tables;
  private final Scratch scratch;
  private final Manager manager;

  private ReportsTester(Scratch scratch) throws Exception {
    this.scratch = scratch;
    tables = Tables.start(scratch.folder());
    portals.fill(new ReportTables(tables));
    new RollupTester(tables).rollUp();
    dashboard = DashboardTester.over(tables.jdbi());
    dashboard.clock.set(Portals.NOW);
    Portals.SITES.forEach(site -> dashboard.sites.put(site.id(), site));
    portals.counters.forEach(dashboard.counters::put);
    dashboard.groups.put("so", new Group(1, "so", "Các sở", 1));
    dashboard.groups.put("xa", new Group(1, "xa", "Các xã", 0));
    manager = Manager.administrator(dashboard);
  }

  static ReportsTester start() {
    try {
      return new ReportsTester(Scratch.of("reports"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
    tables.close();
    scratch.close();
  }
}
