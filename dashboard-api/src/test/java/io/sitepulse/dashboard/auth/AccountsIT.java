package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.invitation.InvitationCodes;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Account administration over HTTP. */
class AccountsIT {
  private static final String AN =
      "{\"login\":\"An@so.gov.vn\",\"name\":\"Bà An\",\"administrator\":false,"
          + "\"grants\":[{\"scope\":\"site:demo\",\"role\":\"viewer\"}]}";

  private final AccountTester pulse = AccountTester.start().withAdministrator();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void anInvitedUserSetsAPasswordAndSeesTheGrantedSites() throws Exception {
    var root = pulse.signedIn("quantri");
    var made = root.post("/accounts", AN);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.text("login")).isEqualTo("an@so.gov.vn");
    assertThat(made.json().path("hasPassword").asBoolean()).isFalse();
    var an = pulse.browser();
    var answer = an.keep(an.post("/invitation", accept(made.text("invitation"), PASSWORD)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("account/grants/0/scope")).isEqualTo("site:demo");
    assertThat(answer.json().path("edits").asBoolean()).isFalse();
    assertThat(an.get("/accounts").status()).isEqualTo(403);
    assertThat(pulse.signedIn("an@so.gov.vn").get("/session").status()).isEqualTo(200);
    assertThat(root.get("/accounts").json()).hasSize(2);
    assertThat(root.get("/accounts").raw().body()).doesNotContain("argon2").doesNotContain("hash");
    assertThat(pulse.definitions.notes)
        .anyMatch(note -> note.startsWith("first account.create "))
        .anyMatch(note -> note.contains(" account.invitation "));
  }

  @Test
  void anInvitationIsValidOnceAndForAWeek() throws Exception {
    var root = pulse.signedIn("quantri");
    String code = root.post("/accounts", AN).text("invitation");
    assertThat(check(code).status()).isEqualTo(204);
    assertThat(check(code).status()).isEqualTo(204);
    assertThat(pulse.browser().post("/invitation", accept(code, "short")).status()).isEqualTo(400);
    assertThat(
            pulse
                .browser()
                .post("/invitation", accept(code, "127.0.0.1:2026"))
                .text("errors/0/code"))
        .isEqualTo("common-password");
    assertThat(pulse.browser().post("/invitation", accept(code, PASSWORD)).status()).isEqualTo(200);
    var again = pulse.browser().post("/invitation", accept(code, "mật khẩu của kẻ khác"));
    assertThat(check(code).status()).isEqualTo(410);
    assertThat(check(code).json()).isEqualTo(check("nothing").json());
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.problem()).isEqualTo("code");
    String id = pulse.signedIn("an@so.gov.vn").get("/session").text("account/id");
    String reset = root.post("/accounts/" + id + "/invitation", "").text("invitation");
    pulse.clock.advance(Duration.ofDays(7));
    assertThat(pulse.browser().post("/invitation", accept(reset, PASSWORD)).status())
        .isEqualTo(410);
  }

  @Test
  void aNewLinkAndARevocationInvalidateEarlierLinks() throws Exception {
    var root = pulse.signedIn("quantri");
    var made = root.post("/accounts", AN);
    String path = "/accounts/" + made.text("id");
    String second = root.post(path + "/invitation", "").text("invitation");
    assertThat(redeem(made.text("invitation")).status()).isEqualTo(410);
    assertThat(root.delete(path + "/invitation").status()).isEqualTo(204);
    assertThat(redeem(second).status()).isEqualTo(410);
    assertThat(pulse.definitions.notes).contains("first account.uninvite " + made.text("id"));
    String third = root.post(path + "/invitation", "").text("invitation");
    assertThat(redeem(third).status()).isEqualTo(200);
    assertThat(root.delete("/accounts/nobody/invitation").status()).isEqualTo(404);
  }

  /** Links that were issued before accounts had a nonce. */
  @Test
  void alsoALinkOfAnEarlierReleaseIsRevoked() throws Exception {
    var root = pulse.signedIn("quantri");
    var account = pulse.accounts.get("first").orElseThrow();
    var earlier = account.toBuilder().id("an").login("an").password(null).build();
    pulse.accounts.put("an", earlier);
    String code =
        new InvitationCodes(
                new AccountService(pulse.accounts, pulse.definitions),
                AccountTester.CONFIG.secret().orElseThrow())
            .issue(earlier, pulse.clock.instant());
    assertThat(redeem(code).status()).isEqualTo(200);
    pulse.accounts.put("an", earlier);
    assertThat(root.delete("/accounts/an/invitation").status()).isEqualTo(204);
    assertThat(redeem(code).status()).isEqualTo(410);
  }

  @Test
  void aDeletedAccountIsGoneWithItsSessionsAndTokens() throws Exception {
    pulse.account("an");
    var root = pulse.signedIn("quantri");
    var an = pulse.signedIn("an");
    String key = an.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}").text("token");
    String code = root.post("/accounts/an/invitation", "").text("invitation");
    String tag = root.get("/accounts/an").header("ETag");
    root.put("/accounts/an", "{\"name\":\"Bà An\"}");
    var stale = root.send(HttpMethod.DELETE, "/accounts/an", "", "If-Match", tag);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(root.delete("/accounts/an").status()).isEqualTo(204);
    assertThat(an.get("/session").status()).isEqualTo(401);
    assertThat(pulse.browser().get("/session", "Authorization", "Bearer " + key).status())
        .isEqualTo(401);
    assertThat(pulse.browser().signIn("an", PASSWORD).status()).isEqualTo(401);
    assertThat(redeem(code).status()).isEqualTo(410);
    assertThat(root.get("/accounts").json()).hasSize(1);
    assertThat(root.delete("/accounts/an").status()).isEqualTo(404);
    assertThat(pulse.definitions.notes).contains("first account.remove an");
    // The login is free again, for another account.
    assertThat(root.post("/accounts", AN.replace("An@so.gov.vn", "an")).status()).isEqualTo(201);
  }

  @Test
  void theLastAdministratorCannotBeDeleted() throws Exception {
    var root = pulse.signedIn("quantri");
    var answer = root.delete("/accounts/first");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("last-administrator");
    var other = root.post("/accounts", AN.replace("false", "true"));
    assertThat(root.delete("/accounts/first").status()).isEqualTo(409);
    assertThat(redeem(other.text("invitation")).status()).isEqualTo(200);
    assertThat(root.delete("/accounts/first").status()).isEqualTo(204);
    assertThat(root.get("/session").status()).isEqualTo(401);
  }

  @Test
  void aPasswordResetEndsAllSessions() throws Exception {
    pulse.account("an");
    var an = pulse.signedIn("an");
    pulse.clock.advance(Duration.ofSeconds(1));
    String code = pulse.signedIn("quantri").post("/accounts/an/invitation", "").text("invitation");
    assertThat(an.get("/session").status()).isEqualTo(200);
    assertThat(pulse.browser().post("/invitation", accept(code, "mật khẩu mới tinh")).status())
        .isEqualTo(200);
    assertThat(an.get("/session").status()).isEqualTo(401);
    assertThat(pulse.definitions.notes).contains("first account.invite an");
  }

  @Test
  void theLastAdministratorCannotBeRemoved() throws Exception {
    var root = pulse.signedIn("quantri");
    for (String edit : new String[] {"{\"administrator\":false}", "{\"disabled\":true}"}) {
      var answer = root.put("/accounts/first", edit);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.problem()).isEqualTo("last-administrator");
    }
    // An account with only an invitation is not an active administrator.
    var invited = root.post("/accounts", AN.replace("false", "true"));
    assertThat(root.put("/accounts/first", "{\"disabled\":true}").status()).isEqualTo(409);
    pulse.browser().post("/invitation", accept(invited.text("invitation"), PASSWORD));
    assertThat(root.put("/accounts/first", "{\"administrator\":false}").status()).isEqualTo(200);
    assertThat(root.get("/accounts").status()).isEqualTo(403);
  }

  @Test
  void disablingAnAccountEndsItsSessionsPermanently() throws Exception {
    pulse.account("an");
    var root = pulse.signedIn("quantri");
    var an = pulse.signedIn("an");
    String key = an.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}").text("token");
    pulse.clock.advance(Duration.ofSeconds(1));
    assertThat(root.put("/accounts/an", "{\"disabled\":true}").status()).isEqualTo(200);
    assertThat(an.get("/session").status()).isEqualTo(401);
    assertThat(pulse.browser().get("/session", "Authorization", "Bearer " + key).status())
        .isEqualTo(401);
    assertThat(pulse.browser().signIn("an", PASSWORD).status()).isEqualTo(401);
    root.put("/accounts/an", "{\"disabled\":false}");
    assertThat(an.get("/session").status()).isEqualTo(401);
    assertThat(pulse.browser().signIn("an", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorEndsTheSessionsAndTokensOfAnAccount() throws Exception {
    pulse.account("an");
    var root = pulse.signedIn("quantri");
    var an = pulse.signedIn("an");
    var key = an.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}");
    pulse.clock.advance(Duration.ofSeconds(1));
    assertThat(root.delete("/accounts/an/sessions").status()).isEqualTo(204);
    assertThat(an.get("/session").status()).isEqualTo(401);
    assertThat(root.delete("/accounts/an/tokens/" + key.text("id")).status()).isEqualTo(204);
    var program = pulse.browser().get("/session", "Authorization", "Bearer " + key.text("token"));
    assertThat(program.status()).isEqualTo(401);
    assertThat(pulse.definitions.notes)
        .contains("first session.end-all an", "first token.remove an");
  }

  @Test
  void invalidValuesAreRefusedByName() throws Exception {
    pulse.account("an");
    var root = pulse.signedIn("quantri");
    assertThat(root.post("/accounts", AN.replace("An@so.gov.vn", "an")).problem())
        .isEqualTo("login-taken");
    assertThat(root.put("/accounts/an", "{\"login\":\"quantri\"}").problem())
        .isEqualTo("login-taken");
    var nowhere = root.post("/accounts", AN.replace("site:demo", "site:nowhere"));
    assertThat(nowhere.status()).isEqualTo(400);
    assertThat(nowhere.text("errors/0/field")).isEqualTo("grants");
    assertThat(root.put("/accounts/an", "{\"name\":\" \"}").text("errors/0/field"))
        .isEqualTo("name");
    assertThat(root.put("/accounts/an", "{\"grants\":[null]}").status()).isEqualTo(400);
    assertThat(root.put("/accounts/nobody", "{}").status()).isEqualTo(404);
    assertThat(root.post("/accounts/nobody/invitation", "").status()).isEqualTo(404);
    assertThat(root.delete("/accounts/nobody/sessions").status()).isEqualTo(404);
  }

  @Test
  void twoAdministratorsDoNotOverwriteEachOther() throws Exception {
    pulse.account("an");
    var root = pulse.signedIn("quantri");
    var read = root.get("/accounts/an");
    String tag = read.header("ETag");
    assertThat(tag).isEqualTo('"' + read.text("revision") + '"');
    assertThat(root.get("/accounts").raw().body()).contains(read.text("revision"));
    // A sign-in does not change the revision.
    pulse.signedIn("an").post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}");
    assertThat(root.get("/accounts/an").header("ETag")).isEqualTo(tag);
    var first = root.put("/accounts/an", "{\"name\":\"Bà An\"}", "If-Match", tag);
    assertThat(first.status()).isEqualTo(200);
    var second = root.put("/accounts/an", "{\"administrator\":true}", "If-Match", tag);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.problem()).isEqualTo("changed-meanwhile");
    assertThat(root.get("/accounts/an").json().path("administrator").asBoolean()).isFalse();
    String now = first.header("ETag");
    assertThat(root.put("/accounts/an", "{\"administrator\":true}", "If-Match", now).status())
        .isEqualTo(200);
  }

  @Test
  void aGetResponseCanBePutBack() throws Exception {
    pulse.account("an", new Grant(Scope.site("demo"), Role.EDITOR));
    var root = pulse.signedIn("quantri");
    String read = root.get("/accounts/an").raw().body();
    assertThat(root.put("/accounts/an", read).raw().body()).isEqualTo(read);
    assertThat(root.get("/accounts/nobody").status()).isEqualTo(404);
  }

  @Test
  void absentFieldsStay() throws Exception {
    pulse.account("an", new Grant(Scope.site("demo"), Role.EDITOR));
    var root = pulse.signedIn("quantri");
    var answer = root.put("/accounts/an", "{\"name\":\"Bà An mới\"}");
    assertThat(answer.text("name")).isEqualTo("Bà An mới");
    assertThat(answer.text("grants/0/role")).isEqualTo("editor");
    assertThat(pulse.signedIn("an").get("/session").json().path("edits").asBoolean()).isTrue();
  }

  private Browser.Answer check(String code) throws Exception {
    return pulse.browser().post("/invitation/check", "{\"code\":\"%s\"}".formatted(code));
  }

  private Browser.Answer redeem(String code) throws Exception {
    return pulse.browser().post("/invitation", accept(code, PASSWORD));
  }

  private static String accept(String code, String password) {
    return "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(code, password);
  }
}
