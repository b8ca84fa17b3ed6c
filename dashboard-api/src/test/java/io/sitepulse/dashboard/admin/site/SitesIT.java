package io.sitepulse.dashboard.admin.site;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static io.sitepulse.dashboard.manage.ManageResponses.ids;
import static io.sitepulse.dashboard.manage.ManageResponses.tag;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sites over HTTP. Every response is validated against the OpenAPI document. */
class SitesIT {
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
  void theListIsExported() throws Exception {
    pulse.sites.put("demo", Samples.site("demo", "https://portal.example"));

    String sites = pulse.get("viewer", "/sites?format=csv").body();
    String groups = pulse.get("root", "/groups?format=csv&language=en").body();

    assertThat(sites.lines()).hasSize(2);
    assertThat(sites).contains("Đơn vị", "demo", "https://portal.example").doesNotContain("\nold;");
    assertThat(groups.lines()).containsExactly("\uFEFFId,Group,Position,Sites", "so,Khối sở,0,0");
  }

  @Test
  void anAccountSeesItsSitesAndAnAdministratorAllSites() throws Exception {
    assertThat(ids(pulse.get("viewer", "/sites"))).containsExactly("demo");
    assertThat(ids(pulse.get("root", "/sites"))).containsExactly("demo", "old");
    assertThat(pulse.get("viewer", "/sites/old").statusCode()).isEqualTo(404);
    assertThat(pulse.get("viewer", "/sites/nothing").statusCode()).isEqualTo(404);
    assertThat(pulse.get("nobody", "/sites").statusCode()).isEqualTo(401);
    assertThat(body(pulse.get("viewer", "/sites/demo")).getString("role")).isEqualTo("viewer");
    assertThat(body(pulse.get("editor", "/sites/demo")).getString("role")).isEqualTo("editor");
  }

  @Test
  void aSiteIsRegisteredWithItsBaselineAndTheNameOfItsEditor() throws Exception {
    var answer =
        send(
            POST,
            "/sites",
            """
            {"id":"so-noi-vu","name":"Sở Nội vụ","origins":["https://snv.example"],"group":"so",
             "baseline":{"views":9,"visits":5,"visitors":3,"asOf":"2026-06-30","source":"cũ"}}\
            """);
    assertThat(answer.statusCode()).isEqualTo(201);
    Site site = pulse.sites.get("so-noi-vu").orElseThrow();
    assertThat(site.zone()).isEqualTo(Site.DEFAULT_ZONE);
    assertThat(site.baseline()).satisfies(b -> assertThat(b.enteredBy()).isEqualTo("Ông/Bà root"));
    assertThat(pulse.definitions.notes).containsExactly("root site.register so-noi-vu");
    var again = send(POST, "/sites", "{\"id\":\"so-noi-vu\"}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(pulse.sites.get("so-noi-vu")).hasValue(site);
    assertThat(pulse.send("editor", POST, "/sites", "{\"id\":\"mine\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theHtmlSnippetsHaveTheAddressOfTheRequest() throws Exception {
    var answer =
        pulse.send(
            "viewer",
            HttpMethod.GET,
            "/sites/demo",
            "",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "dem.example.gov.vn");
    JsonObject embed = body(answer).getJsonObject("embed");
    String origin = "https://dem.example.gov.vn";
    assertThat(embed.getString("script"))
        .isEqualTo(
            "<script async src=\"" + origin + "/sitepulse.js\" data-site=\"demo\"></script>");
    assertThat(embed.getString("counter"))
        .startsWith("<sitepulse-counter ")
        .contains("min-height", "<noscript><img ")
        .doesNotContain("<script");
    assertThat(embed.getString("iframe")).contains(origin + "/embed/counter?site=demo\"");
    assertThat(embed.getString("image")).contains(origin + "/api/sites/demo/counters.svg\"");
  }

  /** A manager in the office may come by an address that no reader can reach. */
  @Test
  void theHtmlSnippetsHaveTheConfiguredAddress() throws Exception {
    try (var other = SitesTester.start(Optional.of(URI.create("https://dem.example.gov.vn/")))) {
      var embed = body(other.get("viewer", "/sites/demo")).getJsonObject("embed");
      assertThat(embed.getString("script"))
          .contains(" src=\"https://dem.example.gov.vn/sitepulse.js\" ");
      assertThat(embed.getString("iframe")).doesNotContain("127.0.0.1", "localhost");
    }
  }

  @Test
  void theHtmlSnippetsAreInTheLanguageOfTheManager() throws Exception {
    JsonObject embed = body(pulse.get("viewer", "/sites/demo?language=en")).getJsonObject("embed");
    assertThat(embed.getString("iframe"))
        .contains("title=\"Number of visits\"", "?site=demo&amp;lang=en\"");
    assertThat(embed.getString("image"))
        .contains("alt=\"Number of visits\"", "/counters.svg?lang=en\"");
  }

  @Test
  void absentFieldsStayAndNullRemoves() throws Exception {
    Site before = pulse.sites.get("demo").orElseThrow();
    var answer = pulse.send("editor", PUT, "/sites/demo", "{\"name\":\"Cổng mới\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    Site after = pulse.sites.get("demo").orElseThrow();
    assertThat(after.name()).isEqualTo("Cổng mới");
    assertThat(after.baseline()).isEqualTo(before.baseline());
    assertThat(after.origins()).isEqualTo(before.origins());
    send(PUT, "/sites/demo", "{\"baseline\":null}");
    assertThat(pulse.sites.get("demo").orElseThrow().baseline()).isNull();
    assertThat(pulse.definitions.notes)
        .containsExactly("editor site.update demo", "root site.baseline demo");
  }

  @Test
  void aGetResponseCanBePutBackWithoutAChange() throws Exception {
    String read = pulse.get("editor", "/sites/demo").body();
    assertThat(pulse.send("editor", PUT, "/sites/demo", read).statusCode()).isEqualTo(200);
    assertThat(pulse.definitions.notes).isEmpty();
  }

  @Test
  void aStoredZoneThatClickHouseDoesNotKnowIsShownUntilItIsCorrected() throws Exception {
    String stored = "{\"v\":1,\"id\":\"demo\",\"zone\":\"GMT+07:00\"}";
    pulse.sites.put("demo", Json.MAPPER.readValue(stored, Site.class));

    JsonObject read = body(pulse.get("root", "/sites/demo"));
    assertThat(read.getString("zone")).isEqualTo("Etc/GMT-7");
    assertThat(read.getString("storedZone")).isEqualTo("GMT+07:00");

    assertThat(send(PUT, "/sites/demo", "{\"zone\":\"Asia/Ho_Chi_Minh\"}").statusCode())
        .isEqualTo(200);
    JsonObject corrected = body(pulse.get("root", "/sites/demo"));
    assertThat(corrected.getString("zone")).isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(corrected.containsKey("storedZone")).isFalse();
  }

  @Test
  void aSiteSaysIfASlashAtTheEndMakesAnotherPage() throws Exception {
    assertThat(body(pulse.get("root", "/sites/demo")).getBoolean("ignoreEndSlash")).isFalse();

    assertThat(pulse.send("editor", PUT, "/sites/demo", "{\"ignoreEndSlash\":true}").statusCode())
        .isEqualTo(200);

    assertThat(pulse.sites.get("demo").orElseThrow().ignoreEndSlash()).isTrue();
    fault("{\"ignoreEndSlash\":\"maybe\"}", "ignoreEndSlash");
  }

  @Test
  void onlyAdministratorsChangeGroupBaselineAndArchivedState() throws Exception {
    for (String body :
        List.of("{\"group\":\"so\"}", "{\"baseline\":null}", "{\"archived\":true}")) {
      assertThat(pulse.send("editor", PUT, "/sites/demo", body).statusCode()).isEqualTo(403);
      assertThat(send(PUT, "/sites/demo", body).statusCode()).isEqualTo(200);
    }
    assertThat(pulse.send("viewer", PUT, "/sites/demo", "{}").statusCode()).isEqualTo(403);
    assertThat(pulse.send("editor", PUT, "/sites/old", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void invalidFieldsAreNamed() throws Exception {
    fault("{\"nmae\":\"x\"}", "nmae");
    fault("{\"zone\":\"Moon/Crater\"}", "zone");
    fault("{\"origins\":[\"portal.example\"]}", "origins");
    fault("{\"origins\":\"https://a\"}", "origins");
    fault("{\"group\":\"nowhere\"}", "group");
    fault("{\"archived\":\"maybe\"}", "archived");
    fault("{\"id\":\"other\"}", "id");
    fault("{\"sample\":true}", "sample");
    fault(
        "{\"baseline\":{\"views\":1,\"asOf\":\"2026-01-01\",\"source\":\"x\"}}", "baseline.visits");
    fault(
        "{\"baseline\":{\"views\":1,\"visits\":1,\"visitors\":1,\"asOf\":\"2027-01-01\",\"source\":\"x\"}}",
        "baseline.asOf");
    fault("{\"baseline\":{\"views\":1.5}}", "baseline.views");
    fault("[]", "body");
    fault("{", "body");
    fault("{} {}", "body");
  }

  @Test
  void theSecondOfTwoConcurrentEditorsGets412() throws Exception {
    String tag = pulse.get("editor", "/sites/demo").headers().firstValue("ETag").orElseThrow();
    assertThat(put("{\"name\":\"Một\"}", tag).statusCode()).isEqualTo(200);
    assertThat(put("{\"name\":\"Hai\"}", tag).statusCode()).isEqualTo(412);
    assertThat(pulse.sites.get("demo").orElseThrow().name()).isEqualTo("Một");
    String next = pulse.get("editor", "/sites/demo").headers().firstValue("ETag").orElseThrow();
    assertThat(put("{\"name\":\"Hai\"}", next).statusCode()).isEqualTo(200);
  }

  @Test
  void oneOfManyConcurrentEditorsSucceeds() throws Exception {
    String tag = pulse.get("editor", "/sites/demo").headers().firstValue("ETag").orElseThrow();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> all =
          IntStream.range(0, 16)
              .<Callable<Integer>>mapToObj(
                  i -> () -> put("{\"name\":\"Tên " + i + "\"}", tag).statusCode())
              .toList();
      assertThat(threads.invokeAll(all).stream().map(SitesIT::join))
          .containsOnlyOnce(200)
          .containsOnly(200, 412);
    } finally {
      threads.shutdownNow();
    }
  }

  private void fault(String body, String field) throws Exception {
    assertThat(field(send(PUT, "/sites/demo", body))).as(body).isEqualTo(field);
  }

  private HttpResponse<String> put(String body, String tag) throws Exception {
    return pulse.send("editor", PUT, "/sites/demo", body, "If-Match", tag);
  }

  private HttpResponse<String> send(HttpMethod method, String path, String body) throws Exception {
    return pulse.send("root", method, path, body);
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
