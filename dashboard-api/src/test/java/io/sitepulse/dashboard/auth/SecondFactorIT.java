package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.invitation.OperatorLinks;
import io.sitepulse.dashboard.definition.Redacted;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second factor over HTTP. The codes are made by the test itself, from the shown secret. */
class SecondFactorIT {
  private static final String OTHER = "mật khẩu khác hẳn";

  private final AccountTester pulse = AccountTester.start().withAdministrator();
  private final AuthenticatorApp app = new AuthenticatorApp(pulse.clock);

  @BeforeEach
  void account() {
    pulse.account("an");
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aSignInNeedsACodeOnceItIsSetUp() throws Exception {
    setUp("an");
    pulse.clock.advance(Duration.ofMinutes(1));
    var browser = pulse.browser();
    var step = browser.signIn("an", PASSWORD);
    assertThat(step.status()).isEqualTo(202);
    assertThat(step.header("Set-Cookie")).isEmpty();
    assertThat(step.json().fieldNames()).toIterable().containsExactly("pending");
    assertThat(browser.get("/session").status()).isEqualTo(401);
    var wrong = enter(browser, step, app.wrongCode());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.problem()).isEqualTo("second-factor");
    assertThat(wrong.header("Set-Cookie")).isEmpty();
    String code = app.code();
    var right = enter(browser, step, code.substring(0, 3) + " " + code.substring(3));
    assertThat(right.status()).as(right.toString()).isEqualTo(200);
    assertThat(right.text("account/login")).isEqualTo("an");
    assertThat(browser.get("/session").json()).isEqualTo(right.json());
    assertThat(pulse.counted(SignInMethod.SECOND_FACTOR, "ok")).isEqualTo(1);
    assertThat(pulse.counted(SignInMethod.SECOND_FACTOR, "refused")).isEqualTo(1);
    assertThat(pulse.definitions.notes).contains("an session.begin an");
  }

  @Test
  void aCodeWorksOnceAtAllInstances() throws Exception {
    setUp("an");
    // The code of the set-up was used by it.
    var early = pulse.browser();
    assertThat(enter(early, early.signIn("an", PASSWORD), app.lastCode()).status()).isEqualTo(401);
    pulse.clock.advance(Duration.ofMinutes(1));
    String code = app.code();
    var first = pulse.browser();
    assertThat(enter(first, first.signIn("an", PASSWORD), code).status()).isEqualTo(200);
    var second = pulse.browser().at(pulse.another().origin);
    var step = second.signIn("an", PASSWORD);
    assertThat(enter(second, step, code).problem()).isEqualTo("second-factor");
    // Nor does an older one that was never used.
    pulse.clock.advance(Duration.ofSeconds(30));
    assertThat(enter(second, step, app.code()).status()).isEqualTo(200);
    pulse.clock.advance(Duration.ofSeconds(-30));
    assertThat(enter(second, step, app.code()).status()).isEqualTo(401);
  }

  @Test
  void aRecoveryCodeWorksOnceAndIsLogged() throws Exception {
    List<String> codes = setUp("an");
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([a-z0-9]{4}-){3}[a-z0-9]{4}"));
    String typed = " " + codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ");
    var browser = pulse.browser();
    assertThat(enter(browser, browser.signIn("an", PASSWORD), typed).status()).isEqualTo(200);
    assertThat(pulse.definitions.notes).contains("an account.recovery-code an");
    assertThat(browser.get("/second-factor").json().path("recoveryCodes").asInt()).isEqualTo(9);
    var again = pulse.browser();
    assertThat(enter(again, again.signIn("an", PASSWORD), typed).status()).isEqualTo(401);
    // Codes of another account do not work.
    pulse.account("binh");
    setUp("binh");
    var binh = pulse.browser();
    assertThat(enter(binh, binh.signIn("binh", PASSWORD), codes.get(4)).status()).isEqualTo(401);
  }

  @Test
  void newRecoveryCodesReplaceTheOldOnes() throws Exception {
    String old = setUp("an").get(0);
    pulse.clock.advance(Duration.ofMinutes(1));
    var browser = signedIn("an");
    var wrong = browser.post("/second-factor/recovery-codes", password("x"));
    assertThat(wrong.text("errors/0/code")).isEqualTo("wrong-password");
    var made = browser.post("/second-factor/recovery-codes", password(PASSWORD));
    assertThat(made.json().path("recoveryCodes")).hasSize(10);
    var other = pulse.browser();
    var step = other.signIn("an", PASSWORD);
    assertThat(enter(other, step, old).status()).isEqualTo(401);
    assertThat(enter(other, step, made.text("recoveryCodes/9")).status()).isEqualTo(200);
  }

  @Test
  void tryingCodesIsSlowedDownForStrangersWithoutLockingTheOwnerOut() throws Exception {
    setUp("an");
    pulse.clock.advance(Duration.ofMinutes(1));
    var own = signedIn("an");
    pulse.clock.advance(Duration.ofMinutes(1));
    var stranger = pulse.browser();
    var step = stranger.signIn("an", PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(enter(stranger, step, app.wrongCode()).status()).isEqualTo(401);
    }
    var throttled = enter(stranger, step, app.code());
    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.header("Retry-After")).isNotEmpty();
    assertThat(pulse.counted(SignInMethod.SECOND_FACTOR, "throttled")).isEqualTo(1);
    // Another browser of a stranger has no tries of its own.
    var another = pulse.browser();
    assertThat(enter(another, another.signIn("an", PASSWORD), app.code()).status()).isEqualTo(429);
    assertThat(enter(own, own.signIn("an", PASSWORD), app.code()).status()).isEqualTo(200);
  }

  @Test
  void aPendingSignInEndsWithTimePasswordAndAccount() throws Exception {
    setUp("an");
    var browser = pulse.browser();
    var step = browser.signIn("an", PASSWORD);
    pulse.clock.advance(Duration.ofMinutes(11));
    assertThat(enter(browser, step, app.code()).problem()).isEqualTo("sign-in-expired");
    var second = browser.signIn("an", PASSWORD);
    var own = signedIn("an");
    pulse.clock.advance(Duration.ofMinutes(1));
    var change = Map.of("current", PASSWORD, "next", OTHER);
    assertThat(own.post("/session/password", json(change)).status()).isEqualTo(204);
    assertThat(enter(browser, second, app.code()).problem()).isEqualTo("sign-in-expired");
    var third = browser.signIn("an", OTHER);
    pulse.accounts.put("an", account("an").toBuilder().disabled(true).build());
    assertThat(enter(browser, third, app.code()).problem()).isEqualTo("sign-in-expired");
    for (String forged : new String[] {"", "x", third.text("pending") + "A"}) {
      var answer = browser.post("/session/code", json(Map.of("pending", forged, "code", "1")));
      assertThat(answer.problem()).isEqualTo("sign-in-expired");
    }
    var nothing = browser.post("/session/code", "{}");
    assertThat(nothing.problem()).isEqualTo("sign-in-expired");
  }

  /** Whoever gets hold of an invitation link is not in without the phone. */
  @Test
  void anInvitationSetsThePasswordAndAsksForTheCode() throws Exception {
    setUp("an");
    pulse.clock.advance(Duration.ofMinutes(1));
    var root = pulse.signedIn("quantri");
    String code = root.post("/accounts/an/invitation", "").text("invitation");
    var browser = pulse.browser();
    var answer = browser.post("/invitation", json(Map.of("code", code, "password", OTHER)));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(browser.get("/session").status()).isEqualTo(401);
    assertThat(enter(browser, answer, app.code()).status()).isEqualTo(200);
  }

  @Test
  void settingItUpNeedsPasswordAndCodeAndEndsOtherSessions() throws Exception {
    var elsewhere = pulse.signedIn("an");
    var browser = pulse.signedIn("an");
    var off = browser.get("/second-factor").json();
    assertThat(off.has("since")).isFalse();
    assertThat(off.path("available").asBoolean()).isTrue();
    var wrong = browser.post("/second-factor/enrolment", password("x"));
    assertThat(wrong.text("errors/0/field")).isEqualTo("password");
    var begun = browser.post("/second-factor/enrolment", password(PASSWORD));
    assertThat(begun.text("uri")).contains("secret=" + begun.text("secret"), ":an?");
    assertThat(begun.json().at("/qr/size").asInt()).isGreaterThan(20);
    assertThat(account("an").hasSecondFactor()).as("nothing is stored yet").isFalse();
    app.scan(begun.text("secret"));
    var mistyped = confirm(browser, begun, app.wrongCode());
    assertThat(mistyped.text("errors/0/code")).isEqualTo("wrong-code");
    // An enrolment is its account's.
    assertThat(confirm(pulse.signedIn("quantri"), begun, app.code()).problem())
        .isEqualTo("enrolment-expired");
    assertThat(confirm(browser, begun, app.code()).status()).isEqualTo(200);
    assertThat(browser.get("/session").status()).isEqualTo(200);
    assertThat(elsewhere.get("/session").status()).isEqualTo(401);
    assertThat(pulse.definitions.notes).contains("an account.second-factor an");
    var late = browser.post("/second-factor/enrolment", password(PASSWORD));
    pulse.clock.advance(Duration.ofMinutes(16));
    app.scan(late.text("secret"));
    assertThat(confirm(browser, late, app.code()).problem()).isEqualTo("enrolment-expired");
  }

  @Test
  void theOwnerRemovesItWithThePassword() throws Exception {
    setUp("an");
    pulse.clock.advance(Duration.ofMinutes(1));
    var browser = signedIn("an");
    assertThat(browser.post("/second-factor/removal", password("x")).status()).isEqualTo(400);
    assertThat(browser.post("/second-factor/removal", password(PASSWORD)).status()).isEqualTo(204);
    assertThat(pulse.definitions.notes).contains("an account.second-factor-removed an");
    assertThat(pulse.browser().signIn("an", PASSWORD).status()).isEqualTo(200);
    assertThat(browser.post("/second-factor/recovery-codes", password(PASSWORD)).status())
        .isEqualTo(404);
  }

  @Test
  void anAdministratorRemovesItForOthersAndNotForThemselves() throws Exception {
    setUp("an");
    var root = pulse.signedIn("quantri");
    assertThat(root.get("/accounts/an").json().path("secondFactor").asBoolean()).isTrue();
    assertThat(root.get("/accounts?format=csv&language=en").raw().body())
        .contains("Second factor", "Active,yes", "Active,no");
    assertThat(root.delete("/accounts/an/second-factor").status()).isEqualTo(204);
    assertThat(pulse.definitions.notes).contains("first account.second-factor-removed an");
    assertThat(pulse.browser().signIn("an", PASSWORD).status()).isEqualTo(200);
    assertThat(root.delete("/accounts/first/second-factor").status()).isEqualTo(403);
    assertThat(root.delete("/accounts/nobody/second-factor").status()).isEqualTo(404);
  }

  @Test
  void theOperatorRemovesItWithoutSigningIn() throws Exception {
    setUp("an");
    var links =
        new OperatorLinks(
            pulse.accounts,
            pulse.definitions,
            AccountTester.CONFIG.secret().orElseThrow(),
            URI.create(pulse.first.origin),
            pulse.clock);
    links.removeSecondFactor(" AN ").await();
    assertThat(pulse.definitions.notes).contains("command account.second-factor-removed an");
    assertThat(pulse.browser().signIn("an", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void administratorsWithoutTheRequiredFactorDoNothingElseFirst() throws Exception {
    var required = pulse.another(required()).origin;
    var root = pulse.browser().at(required);
    var signedIn = root.signIn("quantri", PASSWORD);
    assertThat(signedIn.json().path("secondFactorMissing").asBoolean()).isTrue();
    for (String path : List.of("/accounts", "/tokens", "/accounts/first")) {
      assertThat(root.get(path).problem()).as(path).isEqualTo("second-factor-missing");
    }
    var key = root.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}");
    assertThat(key.problem()).isEqualTo("second-factor-missing");
    assertThat(root.get("/sessions").status()).isEqualTo(200);
    setUp(root);
    assertThat(root.get("/accounts").status()).isEqualTo(200);
    assertThat(root.get("/session").json().path("secondFactorMissing").asBoolean()).isFalse();
    assertThat(root.post("/second-factor/removal", password(PASSWORD)).problem())
        .isEqualTo("second-factor-required");
    // Others are not required to have one.
    var an = pulse.browser().at(required);
    assertThat(an.signIn("an", PASSWORD).json().path("secondFactorMissing").asBoolean()).isFalse();
    assertThat(an.get("/tokens").status()).isEqualTo(200);
  }

  @Test
  void neitherRecordNorChangeLogTellsTheSecrets() throws Exception {
    List<String> secrets = new ArrayList<>(setUp("an"));
    secrets.add(app.secret());
    Account account = account("an");
    String record = Json.MAPPER.writeValueAsString(account);
    assertThat(secrets).noneMatch(record::contains);
    assertThat(secrets).noneMatch(code -> record.contains(code.replace("-", "")));
    JsonNode logged = Json.MAPPER.valueToTree(Redacted.state(account));
    assertThat(logged.path("secondFactor").asText()).isEqualTo("***");
    assertThat(account.toString() + account.secondFactor()).doesNotContain("recoveryCodes");
  }

  /** The recovery codes do not depend on the secret, so nobody is locked out by a new one. */
  @Test
  void afterAChangeOfTheSessionSecretRecoveryCodesStillWork() throws Exception {
    String recovery = setUp("an").get(0);
    pulse.clock.advance(Duration.ofMinutes(1));
    var old = AccountTester.CONFIG;
    var config =
        new AccountConfig(
            Optional.of(new Secret("quite another secret")),
            old.data(),
            old.idle(),
            old.life(),
            old.address(),
            old.oidc(),
            false);
    var browser = pulse.browser().at(pulse.another(config).origin);
    var step = browser.signIn("an", PASSWORD);
    assertThat(enter(browser, step, app.code()).status()).isEqualTo(401);
    assertThat(enter(browser, step, recovery).status()).isEqualTo(200);
  }

  private static AccountConfig required() {
    var plain = AccountTester.CONFIG;
    return new AccountConfig(
        plain.secret(),
        plain.data(),
        plain.idle(),
        plain.life(),
        plain.address(),
        plain.oidc(),
        true);
  }

  /** Sets it up for a login and returns the recovery codes. */
  private List<String> setUp(String login) throws Exception {
    return setUp(pulse.signedIn(login));
  }

  private List<String> setUp(Browser browser) throws Exception {
    var begun = browser.post("/second-factor/enrolment", password(PASSWORD));
    app.scan(begun.text("secret"));
    var made = confirm(browser, begun, app.code());
    assertThat(made.status()).as(made.toString()).isEqualTo(200);
    var codes = new ArrayList<String>();
    made.json().path("recoveryCodes").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static Browser.Answer confirm(Browser browser, Browser.Answer begun, String code)
      throws Exception {
    var body = Map.of("enrolment", begun.text("enrolment"), "code", code);
    return browser.post("/second-factor", json(body));
  }

  private Browser signedIn(String login) throws Exception {
    var browser = pulse.browser();
    var answer = enter(browser, browser.signIn(login, PASSWORD), app.code());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return browser;
  }

  private static Browser.Answer enter(Browser browser, Browser.Answer step, String code)
      throws Exception {
    var body = Map.of("pending", step.text("pending"), "code", code);
    return browser.keep(browser.post("/session/code", json(body)));
  }

  private Account account(String id) {
    return pulse.accounts.get(id).orElseThrow();
  }

  private static String password(String password) throws Exception {
    return json(Map.of("password", password));
  }

  private static String json(Map<String, String> body) throws Exception {
    return Json.MAPPER.writeValueAsString(body);
  }
}
