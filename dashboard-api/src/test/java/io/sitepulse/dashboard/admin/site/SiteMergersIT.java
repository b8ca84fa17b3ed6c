package io.sitepulse.dashboard.admin.site;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static io.sitepulse.dashboard.manage.ManageResponses.tag;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.manage.ManageTester;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Site mergers over HTTP. Every response is validated against the OpenAPI document. */
class SiteMergersIT {
  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    pulse = SitesTester.start();
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aSiteTakesOverAnotherOneFromADay() throws Exception {
    var answer = send(PUT, "/sites/demo/predecessors/old", "{\"from\":\"2026-11-22\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    var predecessor = body(answer).getJsonArray("predecessors").getJsonObject(0);
    assertThat(predecessor.getString("site")).isEqualTo("old");
    assertThat(predecessor.getString("enteredBy")).isEqualTo("Ông/Bà root");
    assertThat(body(pulse.get("root", "/sites/old")).getJsonObject("successor").getString("site"))
        .isEqualTo("demo");
    send(PUT, "/sites/demo/predecessors/old", "{\"from\":\"2026-12-01\"}");
    send(PUT, "/sites/demo/predecessors/old", "{\"from\":\"2026-12-01\"}");
    assertThat(send(DELETE, "/sites/demo/predecessors/old", "").statusCode()).isEqualTo(204);
    assertThat(send(DELETE, "/sites/demo/predecessors/old", "").statusCode()).isEqualTo(404);
    assertThat(pulse.definitions.notes)
        .containsExactly("root site.merge demo", "root site.merge demo", "root site.part demo");
  }

  @Test
  void anInvalidMergerIsRefused() throws Exception {
    String day = "{\"from\":\"2026-11-22\"}";
    String path = "/sites/demo/predecessors/";
    assertThat(field(send(PUT, path + "demo", day))).isEqualTo("predecessor");
    assertThat(field(send(PUT, path + "nothing", day))).isEqualTo("predecessor");
    assertThat(field(send(PUT, path + "old", "{}"))).isEqualTo("from");
    assertThat(field(send(PUT, path + "old", "{\"from\":\"soon\"}"))).isEqualTo("from");
    assertThat(field(send(PUT, path + "old", "{\"from\":\"+99999-01-01\"}"))).isEqualTo("from");
    assertThat(send(PUT, "/sites/nothing/predecessors/old", day).statusCode()).isEqualTo(404);
    assertThat(pulse.send("editor", PUT, path + "old", day).statusCode()).isEqualTo(403);
    send(PUT, path + "old", day);
    assertThat(field(send(PUT, "/sites/old/predecessors/demo", day))).isEqualTo("predecessor");
    send(PUT, "/sites/old", "{\"archived\":true}");
    pulse.sites.put("third", Samples.site("third"));
    assertThat(field(send(PUT, "/sites/old/predecessors/third", day))).isEqualTo("site");
    assertThat(field(send(PUT, "/sites/third/predecessors/old", day))).isEqualTo("predecessor");
  }

  @Test
  void aMergerAndItsReversalRequireThePresentRevision() throws Exception {
    String path = "/sites/demo/predecessors/old";
    String day = "{\"from\":\"2026-11-22\"}";
    String tag = tag(pulse.get("root", "/sites/demo"));
    send(PUT, "/sites/demo", "{\"name\":\"Mới\"}");
    assertThat(pulse.send("root", PUT, path, day, "If-Match", tag).statusCode()).isEqualTo(412);
    String now = tag(pulse.get("root", "/sites/demo"));
    String merged = tag(pulse.send("root", PUT, path, day, "If-Match", now));
    assertThat(pulse.send("root", DELETE, path, "", "If-Match", now).statusCode()).isEqualTo(412);
    assertThat(pulse.send("root", DELETE, path, "", "If-Match", merged).statusCode())
        .isEqualTo(204);
  }

  private HttpResponse<String> send(HttpMethod method, String path, String body) throws Exception {
    return pulse.send("root", method, path, body);
  }
}
