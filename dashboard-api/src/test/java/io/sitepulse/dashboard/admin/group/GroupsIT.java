package io.sitepulse.dashboard.admin.group;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static io.sitepulse.dashboard.manage.ManageResponses.ids;
import static io.sitepulse.dashboard.manage.ManageResponses.tag;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.admin.site.SitesTester;
import io.sitepulse.dashboard.manage.ManageTester;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups over HTTP. Every response is validated against the OpenAPI document. */
class GroupsIT {
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
  void groupsAreCreatedUpdatedAndRemoved() throws Exception {
    var made = body(send(PUT, "/groups/xa", "{\"name\":\"UBND xã\"}"));
    assertThat(made.getInteger("position")).isEqualTo(1);
    send(PUT, "/sites/demo", "{\"group\":\"xa\"}");
    assertThat(body(send(PUT, "/groups/xa", "{\"position\":0}")).getInteger("sites")).isEqualTo(1);
    assertThat(ids(pulse.get("root", "/groups"))).containsExactly("so", "xa");
    assertThat(ids(pulse.get("viewer", "/groups"))).containsExactly("xa");
    assertThat(send(DELETE, "/groups/xa", "").statusCode()).isEqualTo(409);
    send(PUT, "/sites/demo", "{\"group\":null}");
    pulse.account("granted", false, ManageTester.viewer("group:xa"));
    assertThat(send(DELETE, "/groups/xa", "").statusCode()).isEqualTo(409);
    pulse.accounts.remove("granted");
    var day = LocalDate.of(2026, 11, 20);
    pulse.notes.put("n", new DayNote(1, "n", Scope.group("xa"), day, day, "Cúp điện", "Lan"));
    assertThat(field(send(DELETE, "/groups/xa", ""))).as("nobody could see it").isEqualTo("notes");
    pulse.notes.remove("n");
    assertThat(send(DELETE, "/groups/xa", "").statusCode()).isEqualTo(204);
    assertThat(send(DELETE, "/groups/xa", "").statusCode()).isEqualTo(404);
    assertThat(field(send(PUT, "/groups/UPPER", "{\"name\":\"x\"}"))).isEqualTo("group");
    assertThat(field(send(PUT, "/groups/y", "{}"))).isEqualTo("name");
    assertThat(pulse.send("editor", PUT, "/groups/xa", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void aGroupHasALetterheadUntilItIsRemoved() throws Exception {
    String head = "{\"letterhead\":{\"symbol\":\"BC-VP\",\"recipients\":[\"Lưu: VT\"]}}";
    var letterhead = body(send(PUT, "/groups/so", head)).getJsonObject("letterhead");
    assertThat(letterhead.getString("symbol")).isEqualTo("BC-VP");
    assertThat(letterhead.getJsonArray("recipients")).containsExactly("Lưu: VT");
    assertThat(body(send(PUT, "/groups/so", "{\"position\":3}")).getJsonObject("letterhead"))
        .isEqualTo(letterhead);
    assertThat(field(send(PUT, "/groups/so", "{\"letterhead\":{\"signer\":\" \"}}")))
        .isEqualTo("letterhead.signer");
    var removed = body(send(PUT, "/groups/so", "{\"letterhead\":null}"));
    assertThat(removed.containsKey("letterhead")).isFalse();
  }

  @Test
  void aGroupIsVisibleToCallersWhoSeeOneOfItsSites() throws Exception {
    assertThat(pulse.get("viewer", "/groups/so").statusCode()).isEqualTo(404);
    send(PUT, "/sites/demo", "{\"group\":\"so\"}");
    assertThat(body(pulse.get("viewer", "/groups/so")).getString("name")).isEqualTo("Khối sở");
    assertThat(pulse.get("root", "/groups/none").statusCode()).isEqualTo(404);
  }

  @Test
  void theSecondOfTwoConcurrentAdministratorsGets412() throws Exception {
    String tag = tag(pulse.get("root", "/groups/so"));
    assertThat(status(PUT, "so", "{\"name\":\"Một\"}", "If-Match", tag)).isEqualTo(200);
    assertThat(status(PUT, "so", "{\"name\":\"Hai\"}", "If-Match", tag)).isEqualTo(412);
    assertThat(status(DELETE, "so", "", "If-Match", tag)).isEqualTo(412);
    String now = tag(pulse.get("root", "/groups/so"));
    assertThat(status(DELETE, "so", "", "If-Match", now)).isEqualTo(204);
    // An outdated revision does not restore it.
    assertThat(status(PUT, "so", "{\"name\":\"Hai\"}", "If-Match", now)).isEqualTo(412);
    assertThat(pulse.groups.get("so")).isEmpty();
  }

  @Test
  void creatingAGroupDoesNotOverwriteAnExistingOne() throws Exception {
    String[] fresh = {"If-None-Match", "*"};
    assertThat(status(PUT, "xa", "{\"name\":\"UBND xã\"}", fresh)).isEqualTo(200);
    assertThat(status(PUT, "xa", "{\"name\":\"UBND xa\"}", fresh)).isEqualTo(412);
    assertThat(pulse.groups.get("xa").orElseThrow().name()).isEqualTo("UBND xã");
  }

  private int status(HttpMethod method, String group, String body, String... headers)
      throws Exception {
    return pulse.send("root", method, "/groups/" + group, body, headers).statusCode();
  }

  private HttpResponse<String> send(HttpMethod method, String path, String body) throws Exception {
    return pulse.send("root", method, path, body);
  }
}
