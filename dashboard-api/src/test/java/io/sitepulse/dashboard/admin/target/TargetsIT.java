package io.sitepulse.dashboard.admin.target;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static io.sitepulse.dashboard.manage.ManageResponses.ids;
import static io.sitepulse.dashboard.manage.ManageResponses.tag;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets over HTTP. Every response is validated against the OpenAPI document. */
class TargetsIT {
  private static final String OF_A =
      """
      {"id":"a-2026","scope":"site:a","metric":"visits","period":"2026","value":1000,"source":"12/KH"}\
      """;

  private volatile boolean away;
  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    TargetProgressLookup targetProgressLookup =
        targets ->
            away
                ? Future.failedFuture(Problem.unavailable("away").asException())
                : Future.succeededFuture(Map.of("a-2026", 1214L));
    pulse =
        ManageTester.start(
                ManageResponses.AWAY,
                parts -> {
                  var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
                  return List.of(
                      new TargetRoutes(
                          parts.sources(), targetProgressLookup, new ExportResponder(pool)));
                })
            .heldToTheDocument();
    pulse.groups.put("so", new Group(1, "so", "Khối sở", 0));
    pulse.sites.put("a", site("a"));
    pulse.sites.put("b", site("b"));
    pulse.account("editor", false, ManageTester.editor("site:a"));
    pulse.account("viewer", false, ManageTester.viewer("site:a"));
    pulse.account("head", false, ManageTester.editor("group:so"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aTargetReportsItsProgress() throws Exception {
    var answer = send("editor", POST, "/targets", OF_A);
    assertThat(answer.statusCode()).isEqualTo(201);
    var target = new JsonArray(pulse.get("viewer", "/targets").body()).getJsonObject(0);
    assertThat(target.getLong("actual")).isEqualTo(1214);
    assertThat(target.getDouble("share")).isEqualTo(1.214);
    assertThat(target.getString("enteredBy")).isEqualTo("Ông/Bà editor");
    assertThat(target.getString("scopeName")).isEqualTo("Trang a");
    assertThat(target.getString("role")).isEqualTo("viewer");
    away = true;
    var blind = new JsonArray(pulse.get("viewer", "/targets").body()).getJsonObject(0);
    assertThat(blind.containsKey("actual")).isTrue();
    assertThat(blind.getValue("share")).isNull();
  }

  @Test
  void aGroupTargetRequiresTheRoleForAllSites() throws Exception {
    String ofGroup = OF_A.replace("a-2026", "so-2026").replace("site:a", "group:so");
    assertThat(send("editor", POST, "/targets", ofGroup).statusCode()).isEqualTo(404);
    assertThat(send("head", POST, "/targets", ofGroup).statusCode()).isEqualTo(201);
    assertThat(ids(pulse.get("editor", "/targets"))).isEmpty();
    assertThat(ids(pulse.get("head", "/targets"))).containsExactly("so-2026");
    assertThat(send("editor", PUT, "/targets/so-2026", "{\"value\":5}").statusCode())
        .isEqualTo(404);
    assertThat(send("editor", DELETE, "/targets/so-2026", "").statusCode()).isEqualTo(404);
    String ofAll = OF_A.replace("a-2026", "all-2026").replace("site:a", "all");
    assertThat(send("root", POST, "/targets", ofAll).statusCode()).isEqualTo(201);
    assertThat(ids(pulse.get("root", "/targets"))).containsExactly("all-2026", "so-2026");
  }

  @Test
  void aTargetCannotBeMovedToASiteWithoutTheEditorRole() throws Exception {
    send("editor", POST, "/targets", OF_A);
    assertThat(send("editor", PUT, "/targets/a-2026", "{\"scope\":\"site:b\"}").statusCode())
        .isEqualTo(404);
    assertThat(send("viewer", PUT, "/targets/a-2026", "{\"value\":1}").statusCode()).isEqualTo(403);
    assertThat(send("viewer", POST, "/targets", OF_A).statusCode()).isEqualTo(403);
  }

  @Test
  void aMetricHasOneTargetAPeriod() throws Exception {
    send("editor", POST, "/targets", OF_A);
    assertThat(send("editor", POST, "/targets", OF_A).statusCode()).isEqualTo(409);
    String again = OF_A.replace("a-2026", "other");
    assertThat(send("editor", POST, "/targets", again).statusCode()).isEqualTo(409);
    String views = again.replace("visits", "views");
    assertThat(send("editor", POST, "/targets", views).statusCode()).isEqualTo(201);
  }

  @Test
  void targetsAreFilteredByScopeAndYear() throws Exception {
    send("root", POST, "/targets", OF_A);
    send("root", POST, "/targets", OF_A.replace("a-2026", "h").replace("\"2026\"", "\"2025-H2\""));
    send("root", POST, "/targets", OF_A.replace("a-2026", "b").replace("site:a", "site:b"));
    assertThat(ids(pulse.get("root", "/targets?year=2025"))).containsExactly("h");
    assertThat(ids(pulse.get("root", "/targets?scope=site:a"))).containsExactly("a-2026", "h");
    assertThat(ids(pulse.get("root", "/targets?scope=site:a&year=2026"))).containsExactly("a-2026");
    assertThat(field(pulse.get("root", "/targets?year=soon"))).isEqualTo("year");
    assertThat(field(pulse.get("root", "/targets?scope=x"))).isEqualTo("scope");
  }

  @Test
  void invalidFieldsAreNamed() throws Exception {
    assertThat(fault("\"value\":1000", "\"value\":0")).isEqualTo("value");
    assertThat(fault("\"period\":\"2026\"", "\"period\":\"2026-W05\"")).isEqualTo("period");
    assertThat(fault("\"period\":\"2026\"", "\"period\":\"soon\"")).isEqualTo("period");
    assertThat(fault("visits", "likes")).isEqualTo("metric");
    assertThat(fault("site:a", "a")).isEqualTo("scope");
    assertThat(fault("\"metric\":\"visits\",", "")).isEqualTo("metric");
    assertThat(fault("\"source\"", "\"sauce\"")).isEqualTo("sauce");
  }

  @Test
  void anUpdateRecordsItsEditorAndASecondEditorGets412() throws Exception {
    String tag = tag(send("editor", POST, "/targets", OF_A));
    var changed = pulse.send("root", PUT, "/targets/a-2026", "{\"value\":2000}", "If-Match", tag);
    assertThat(body(changed).getString("enteredBy")).isEqualTo("Ông/Bà root");
    assertThat(body(changed).getString("source")).isEqualTo("12/KH");
    var late = pulse.send("editor", PUT, "/targets/a-2026", "{\"value\":3}", "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(send("editor", DELETE, "/targets/a-2026", "").statusCode()).isEqualTo(204);
    assertThat(send("editor", DELETE, "/targets/a-2026", "").statusCode()).isEqualTo(404);
    assertThat(pulse.definitions.notes)
        .containsExactly(
            "editor target.create a-2026",
            "root target.update a-2026",
            "editor target.remove a-2026");
  }

  @Test
  void removingATargetRequiresItsPresentRevision() throws Exception {
    String tag = tag(send("editor", POST, "/targets", OF_A));
    assertThat(tag(send("viewer", GET, "/targets/a-2026", ""))).isEqualTo(tag);
    send("root", PUT, "/targets/a-2026", "{\"value\":2000}");
    var late = pulse.send("editor", DELETE, "/targets/a-2026", "", "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    // The list has the revision, too, so no entry must be read by itself.
    var listed = new JsonArray(pulse.get("editor", "/targets").body()).getJsonObject(0);
    String seen = '"' + listed.getString("revision") + '"';
    var done = pulse.send("editor", DELETE, "/targets/a-2026", "", "If-Match", seen);
    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(pulse.get("editor", "/targets/a-2026").statusCode()).isEqualTo(404);
  }

  @Test
  void administratorsCanRemoveATargetOfAGroupWithoutSites() throws Exception {
    String made = OF_A.replace("a-2026", "so-2026").replace("site:a", "group:so");
    send("head", POST, "/targets", made);
    pulse.sites.remove("a");
    pulse.sites.remove("b");
    pulse.account("reader", false, ManageTester.editor("all"));

    assertThat(pulse.get("reader", "/targets/so-2026").statusCode()).isEqualTo(404);
    assertThat(send("reader", DELETE, "/targets/so-2026", "").statusCode()).isGreaterThan(400);
    assertThat(pulse.get("root", "/targets/so-2026").statusCode()).isEqualTo(200);
    assertThat(send("root", DELETE, "/targets/so-2026", "").statusCode()).isEqualTo(204);
    assertThat(ids(pulse.get("root", "/targets"))).isEmpty();
  }

  @Test
  void aGetResponseCanBePutBack() throws Exception {
    String made = send("editor", POST, "/targets", OF_A).body();
    assertThat(send("editor", PUT, "/targets/a-2026", made).body()).isEqualTo(made);
  }

  @Test
  void aGroupTargetIsReadableWithTheViewerRoleForAllSites() throws Exception {
    send("head", POST, "/targets", OF_A.replace("a-2026", "so-2026").replace("site:a", "group:so"));
    assertThat(pulse.get("editor", "/targets/so-2026").statusCode()).isEqualTo(404);
    assertThat(pulse.get("head", "/targets/so-2026").statusCode()).isEqualTo(200);
  }

  private String fault(String what, String instead) throws Exception {
    return field(send("root", POST, "/targets", OF_A.replace(what, instead)));
  }

  private HttpResponse<String> send(String as, HttpMethod method, String path, String body)
      throws Exception {
    return pulse.send(as, method, path, body);
  }

  private static Site site(String id) {
    return Site.builder().id(id).name("Trang " + id).group("so").build();
  }
}
