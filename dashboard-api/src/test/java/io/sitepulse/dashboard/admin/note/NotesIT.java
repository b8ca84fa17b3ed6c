package io.sitepulse.dashboard.admin.note;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static io.sitepulse.dashboard.manage.ManageResponses.ids;
import static io.sitepulse.dashboard.manage.ManageResponses.tag;
import static io.vertx.core.http.HttpMethod.DELETE;
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
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes on days over HTTP. Every response is validated against the OpenAPI document. */
class NotesIT {
  private static final String OF_A =
      """
      {"id":"a","scope":"site:a","from":"2026-11-20","to":"2026-11-21","text":"Cúp điện"}\
      """;
  private static final String OF_GROUP =
      OF_A.replace("\"a\"", "\"so\"").replace("site:a", "group:so");
  private static final String OF_ALL = OF_A.replace("\"a\"", "\"all\"").replace("site:a", "all");
  private static final String OF_OTHER = OF_A.replace("\"a\"", "\"c\"").replace("site:a", "site:c");

  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    pulse =
        ManageTester.start(
                ManageResponses.AWAY,
                parts -> {
                  var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
                  return List.of(new NoteRoutes(parts.sources(), new ExportResponder(pool)));
                })
            .heldToTheDocument();
    pulse.groups.put("so", new Group(1, "so", "Khối sở", 0));
    pulse.sites.put("a", site("a", "so"));
    pulse.sites.put("b", site("b", "so"));
    pulse.sites.put("c", site("c", null));
    pulse.account("editor", false, ManageTester.editor("site:a"));
    pulse.account("viewer", false, ManageTester.viewer("site:a"));
    pulse.account("head", false, ManageTester.editor("group:so"));
    pulse.account("all", false, ManageTester.editor("all"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aViewerOfASiteReadsNotesOfTheSiteItsGroupAndAll() throws Exception {
    sendAll();
    assertThat(ids(pulse.get("viewer", "/notes"))).containsExactlyInAnyOrder("a", "so", "all");
    assertThat(ids(pulse.get("viewer", "/notes?scope=site:a"))).containsExactly("a");
    assertThat(pulse.get("viewer", "/notes/so").statusCode()).isEqualTo(200);
    assertThat(pulse.get("viewer", "/notes/c").statusCode()).isEqualTo(404);
    assertThat(ids(pulse.get("root", "/notes"))).containsExactlyInAnyOrder("a", "so", "all", "c");
  }

  @Test
  void aNoteIsWrittenByEditorsOfAllItsSites() throws Exception {
    assertThat(send("viewer", POST, "/notes", OF_A).statusCode()).isEqualTo(403);
    assertThat(send("editor", POST, "/notes", OF_A).statusCode()).isEqualTo(201);
    assertThat(send("editor", POST, "/notes", OF_A).statusCode()).isEqualTo(409);
    assertThat(send("editor", POST, "/notes", OF_GROUP).statusCode()).isEqualTo(403);
    assertThat(send("head", POST, "/notes", OF_GROUP).statusCode()).isEqualTo(201);
    assertThat(send("editor", DELETE, "/notes/so", "").statusCode()).isEqualTo(403);
    assertThat(send("editor", PUT, "/notes/a", "{\"scope\":\"group:so\"}").statusCode())
        .isEqualTo(403);
    assertThat(send("editor", PUT, "/notes/a", "{\"scope\":\"site:c\"}").statusCode())
        .isEqualTo(404);
    assertThat(send("head", POST, "/notes", OF_OTHER).statusCode()).isEqualTo(404);
  }

  @Test
  void notesOfAllSitesAreWrittenByAdministrators() throws Exception {
    assertThat(send("all", POST, "/notes", OF_ALL).statusCode()).isEqualTo(403);
    assertThat(send("root", POST, "/notes", OF_ALL).statusCode()).isEqualTo(201);
  }

  @Test
  void aChangeRecordsItsEditorAndASecondEditorGets412() throws Exception {
    String tag = tag(send("editor", POST, "/notes", OF_A));
    var changed = pulse.send("root", PUT, "/notes/a", "{\"text\":\"Mất mạng\"}", "If-Match", tag);
    assertThat(body(changed).getString("text")).isEqualTo("Mất mạng");
    assertThat(body(changed).getString("enteredBy")).isEqualTo("Ông/Bà root");
    var late = pulse.send("editor", DELETE, "/notes/a", "", "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(send("editor", PUT, "/notes/a", "{\"id\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(send("editor", DELETE, "/notes/a", "").statusCode()).isEqualTo(204);
    assertThat(pulse.definitions.notes)
        .containsExactly("editor note.create a", "root note.update a", "editor note.remove a");
  }

  @Test
  void aNoteIsOneLineOfTextOnAtMostAMonthOfDays() throws Exception {
    String lines = OF_A.replace("Cúp điện", "  Cúp\\n\\u0000điện\\ud800 ");
    var made = body(send("editor", POST, "/notes", lines));
    assertThat(made.getString("text")).isEqualTo("Cúp điện");
    String day = "{\"scope\":\"site:a\",\"from\":\"2026-11-20\",\"text\":\"x\"}";
    assertThat(body(send("editor", POST, "/notes", day)).getString("to")).isEqualTo("2026-11-20");
    assertThat(fault("2026-11-21", "2026-11-19")).isEqualTo("to");
    assertThat(fault("2026-11-21", "2026-12-21")).isEqualTo("to");
    assertThat(fault("2026-11-20", "1999-11-20")).isEqualTo("from");
    assertThat(fault("2026-11-20", "soon")).isEqualTo("from");
    assertThat(fault("Cúp điện", "\\n")).isEqualTo("text");
    assertThat(fault("Cúp điện", "x".repeat(201))).isEqualTo("text");
    assertThat(fault("site:a", "a")).isEqualTo("scope");
  }

  @Test
  void aGetResponseCanBePutBack() throws Exception {
    String made = send("editor", POST, "/notes", OF_A).body();
    assertThat(send("editor", PUT, "/notes/a", made).body()).isEqualTo(made);
  }

  @Test
  void aPeriodHasItsHolidaysAndTheNotesOfTheSitesOfAReport() throws Exception {
    sendAll();
    var ofSite = marks("viewer", "site:a", "2026-11");
    assertThat(ofSite).hasSize(3).noneMatch(mark -> mark.containsKey("scopeName"));
    var ofGroup = marks("head", "group:so", "2026-11");
    assertThat(ofGroup).hasSize(3);
    assertThat(ofGroup)
        .filteredOn(mark -> mark.containsKey("scopeName"))
        .singleElement()
        .matches(mark -> mark.getString("scopeName").equals("Trang a"));
    assertThat(marks("root", "all", "2026-11")).hasSize(4);
    assertThat(marks("root", "all", "2026-12")).isEmpty();
    assertThat(marks("viewer", "site:a", "2026-02-20&language=en"))
        .extracting(mark -> mark.getString("text"))
        .containsExactly("Lunar New Year (Tết)");
    assertThat(pulse.get("viewer", "/reports/marks?scope=site:c&period=2026").statusCode())
        .isEqualTo(404);
    assertThat(field(pulse.get("viewer", "/reports/marks?scope=site:a&period=x")))
        .isEqualTo("period");
  }

  @Test
  void notesAreFilteredByPeriodAndWrittenToFiles() throws Exception {
    sendAll();
    assertThat(ids(pulse.get("viewer", "/notes?period=2026-11-21"))).hasSize(3);
    assertThat(ids(pulse.get("viewer", "/notes?period=2026-11-22"))).isEmpty();
    String csv = pulse.get("viewer", "/notes?scope=site:a&format=csv").body();
    assertThat(csv).contains("2026-11-20;2026-11-21;Cúp điện;Trang a;");
  }

  @Test
  void administratorsCanRemoveNotesOfASiteThatIsNoMore() throws Exception {
    send("root", POST, "/notes", OF_A);
    pulse.sites.remove("a");
    assertThat(send("all", DELETE, "/notes/a", "").statusCode()).isEqualTo(404);
    assertThat(send("root", DELETE, "/notes/a", "").statusCode()).isEqualTo(204);
  }

  private void sendAll() throws Exception {
    for (String note : List.of(OF_A, OF_GROUP, OF_ALL, OF_OTHER)) {
      assertThat(send("root", POST, "/notes", note).statusCode()).isEqualTo(201);
    }
  }

  private List<JsonObject> marks(String as, String scope, String period) throws Exception {
    var answer = pulse.get(as, "/reports/marks?scope=" + scope + "&period=" + period);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonArray(answer.body()).stream().map(JsonObject.class::cast).toList();
  }

  private String fault(String what, String instead) throws Exception {
    return field(send("root", POST, "/notes", OF_A.replace(what, instead)));
  }

  private HttpResponse<String> send(String as, HttpMethod method, String path, String body)
      throws Exception {
    return pulse.send(as, method, path, body);
  }

  private static Site site(String id, @Nullable String group) {
    var site = Site.builder().id(id).name("Trang " + id);
    return group == null ? site.build() : site.group(group).build();
  }
}
