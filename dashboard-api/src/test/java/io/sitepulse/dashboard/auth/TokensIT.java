package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sitepulse.contract.site.Site;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** API tokens over HTTP. */
class TokensIT {
  private final AccountTester pulse = AccountTester.start().withAdministrator();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aTokenIsShownOnceAndActsForItsOwner() throws Exception {
    var root = pulse.signedIn("quantri");
    var made = root.post("/tokens", "{\"name\":\"báo cáo\",\"role\":\"editor\"}");
    assertThat(made.status()).isEqualTo(201);
    String key = made.text("token");
    assertThat(key).startsWith("sp_first_" + made.text("id") + "_");
    assertThat(root.get("/tokens").raw().body()).contains("báo cáo").doesNotContain("sp_");
    assertThat(pulse.accounts.get("first").orElseThrow().tokens().get(0).hash())
        .hasSize(64)
        .doesNotContain(key);
    var program = as(key, HttpMethod.GET, "/session");
    assertThat(program.text("account/login")).isEqualTo("quantri");
    assertThat(program.json().has("csrf")).isFalse();
    assertThat(as(key, HttpMethod.GET, "/accounts").status()).isEqualTo(200);
  }

  @Test
  void aTokenIsLimitedToItsRole() throws Exception {
    String key = make("\"role\":\"viewer\"");
    assertThat(as(key, HttpMethod.GET, "/accounts").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.GET, "/session").json().path("edits").asBoolean()).isFalse();
  }

  @Test
  void aTokenCannotCreateTokensOrChangeThePassword() throws Exception {
    String key = make("\"role\":\"editor\"");
    assertThat(as(key, HttpMethod.POST, "/tokens").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/tokens/x").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.POST, "/session/password").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/session").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.GET, "/sessions").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/sessions").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/sessions/0").status()).isEqualTo(403);
  }

  @Test
  void aTokenOfAnAdministratorReadsAccountsAndCannotChangeThem() throws Exception {
    pulse.account("an");
    String key = make("\"role\":\"editor\"");
    assertThat(as(key, HttpMethod.GET, "/accounts/an").status()).isEqualTo(200);
    assertThat(as(key, HttpMethod.POST, "/accounts").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.PUT, "/accounts/an").status()).isEqualTo(403);
    var invitation = as(key, HttpMethod.POST, "/accounts/first/invitation");
    assertThat(invitation.status()).isEqualTo(403);
    assertThat(invitation.raw().body()).doesNotContain("\"invitation\"");
    assertThat(as(key, HttpMethod.DELETE, "/accounts/an").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/accounts/an/invitation").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/accounts/an/sessions").status()).isEqualTo(403);
    assertThat(as(key, HttpMethod.DELETE, "/accounts/an/tokens/x").status()).isEqualTo(403);
  }

  @Test
  void aTokenExpiresAfterAYearUnlessItsOwnerChoosesOtherwise() throws Exception {
    String key = make("\"role\":\"viewer\"");
    String endless = make("\"role\":\"viewer\",\"expires\":null");
    var listed = pulse.signedIn("quantri").get("/tokens").json();
    assertThat(listed.path(0).path("expires").asLong())
        .isCloseTo(
            pulse.clock.instant().plus(Duration.ofDays(365)).toEpochMilli(), within(60_000L));
    assertThat(listed.path(1).has("expires")).isFalse();
    pulse.clock.advance(Duration.ofDays(364));
    assertThat(as(key, HttpMethod.GET, "/session").status()).isEqualTo(200);
    pulse.clock.advance(Duration.ofDays(1));
    assertThat(as(key, HttpMethod.GET, "/session").status()).isEqualTo(401);
    assertThat(as(endless, HttpMethod.GET, "/session").status()).isEqualTo(200);
  }

  @Test
  void aTokenEndsWhenItExpiresOrIsRemoved() throws Exception {
    long end = pulse.clock.instant().plusSeconds(3_600).toEpochMilli();
    String ending = make("\"role\":\"viewer\",\"expires\":" + end);
    String taken = make("\"role\":\"viewer\"");
    pulse.signedIn("quantri").delete("/tokens/" + taken.split("_", 4)[2]);
    assertThat(as(taken, HttpMethod.GET, "/session").status()).isEqualTo(401);
    assertThat(as(ending, HttpMethod.GET, "/session").status()).isEqualTo(200);
    pulse.clock.advance(Duration.ofHours(1));
    assertThat(as(ending, HttpMethod.GET, "/session").status()).isEqualTo(401);
  }

  @Test
  void aWrongTokenIsRefusedEvenWithASessionCookie() throws Exception {
    String key = make("\"role\":\"viewer\"");
    var root = pulse.signedIn("quantri");
    for (String wrong : new String[] {key + "x", "sp_first_x_y", "sp__", "", "x"}) {
      assertThat(root.get("/session", "Authorization", "Bearer " + wrong).status()).isEqualTo(401);
    }
    assertThat(root.get("/session", "Authorization", "Basic eDp5").status()).isEqualTo(200);
  }

  @Test
  void theDayOfTheLastUseIsRecordedOnceADay() throws Exception {
    String key = make("\"role\":\"viewer\"");
    String other = make("\"role\":\"viewer\"");
    var root = pulse.signedIn("quantri");
    assertThat(root.get("/tokens").json().path(0).has("lastUsed")).isFalse();
    assertThat(as(key + "x", HttpMethod.GET, "/session").status()).isEqualTo(401);
    assertThat(root.get("/tokens").json().path(0).has("lastUsed")).isFalse();
    int notes = pulse.definitions.notes.size();
    for (int day = 0; day < 2; day++) {
      long before = revision();
      for (int i = 0; i < 3; i++) {
        assertThat(as(key, HttpMethod.GET, "/session").status()).isEqualTo(200);
      }
      assertThat(revision()).isEqualTo(before + 1);
      assertThat(root.get("/tokens").json().path(0).path("lastUsed").asText())
          .isEqualTo(LocalDate.ofInstant(pulse.clock.instant(), Site.DEFAULT_ZONE).toString());
      pulse.clock.advance(Duration.ofDays(1));
      root = pulse.signedIn("quantri");
    }
    assertThat(root.get("/tokens").json().path(1).has("lastUsed")).isFalse();
    assertThat(pulse.definitions.notes.subList(notes, pulse.definitions.notes.size()))
        .allMatch(note -> note.equals("first session.begin first"));
    assertThat(as(other, HttpMethod.GET, "/tokens?format=csv").raw().body())
        .contains("Dùng lần cuối");
  }

  private long revision() {
    return pulse.accounts.get("first").orElseThrow().revision();
  }

  @Test
  void invalidFieldsOfANewTokenAreNamed() throws Exception {
    var root = pulse.signedIn("quantri");
    assertThat(root.post("/tokens", "{\"name\":\"x\"}").text("errors/0/field")).isEqualTo("role");
    assertThat(root.post("/tokens", "{\"role\":\"viewer\"}").text("errors/0/field"))
        .isEqualTo("name");
    assertThat(
            root.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\",\"expires\":1}")
                .text("errors/0/field"))
        .isEqualTo("expires");
    assertThat(root.delete("/tokens/nothing").status()).isEqualTo(404);
  }

  private String make(String rest) throws Exception {
    return pulse.signedIn("quantri").post("/tokens", "{\"name\":\"x\"," + rest + "}").text("token");
  }

  private Browser.Answer as(String key, HttpMethod method, String path) throws Exception {
    return pulse.browser().send(method, path, "", "Authorization", "Bearer " + key);
  }
}
