package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.OidcSignIn.SIGN_IN;
import static io.sitepulse.dashboard.auth.OidcSignIn.atProvider;
import static io.sitepulse.dashboard.auth.OidcSignIn.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in through a real OpenID Connect provider on its own port. */
class OidcIT {
  private static final String TO = "/dashboard/site/demo?period=2026-H1";

  private final MockOAuth2Server provider = new MockOAuth2Server();
  private AccountTester pulse;

  @BeforeEach
  void start() {
    provider.start(InetAddress.getLoopbackAddress(), 0);
    pulse = AccountTester.start(config("email")).withAdministrator();
    pulse.account("ansogovvn");
    rename("ansogovvn", "an@so.gov.vn");
  }

  @AfterEach
  void stop() {
    pulse.close();
    provider.shutdown();
  }

  @Test
  void aKnownIdentityWithAnAccountIsSignedInAndRedirected() throws Exception {
    var browser = pulse.browser();
    assertThat(browser.get("/sign-in").text("oidc/name")).isEqualTo("Cổng tỉnh");
    var back = signIn(browser, "sub-1", Map.of("email", "An@So.gov.vn", "email_verified", true));
    assertThat(back.header("Location")).isEqualTo(TO);
    assertThat(browser.get("/session").text("account/login")).isEqualTo("an@so.gov.vn");
    assertThat(pulse.accounts.get("ansogovvn").orElseThrow().subject()).endsWith("|sub-1");
    assertThat(pulse.definitions.notes)
        .contains("ansogovvn account.tie ansogovvn", "ansogovvn session.begin ansogovvn");
    assertThat(pulse.counted(SignInMethod.OIDC, "ok")).isEqualTo(1);
  }

  @Test
  void aLinkedAccountIsFoundBySubjectAndNotByLogin() throws Exception {
    signIn(pulse.browser(), "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    var renamed = pulse.browser();
    signIn(renamed, "sub-1", Map.of("email", "other@so.gov.vn", "email_verified", true));
    assertThat(renamed.get("/session").status()).isEqualTo(200);
    var somebodyElse = pulse.browser();
    var back =
        signIn(somebodyElse, "sub-2", Map.of("email", "an@so.gov.vn", "email_verified", true));
    assertThat(back.header("Location")).isEqualTo(SIGN_IN + "unknown");
    assertThat(somebodyElse.get("/session").status()).isEqualTo(401);
  }

  /** The provider refuses the next sign-in of whom it does not know any more. */
  @Test
  void anHourLaterTheProviderIsAskedAgain() throws Exception {
    var browser = pulse.browser();
    signIn(browser, "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    for (int minutes = 0; minutes < 50; minutes += 25) {
      pulse.clock.advance(Duration.ofMinutes(25));
      assertThat(browser.get("/session").status()).isEqualTo(200);
    }
    assertThat(browser.get("/sessions").json()).hasSize(1);
    pulse.clock.advance(Duration.ofMinutes(10));
    assertThat(browser.get("/session").status()).isEqualTo(401);
    signIn(browser, "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    assertThat(browser.get("/session").status()).isEqualTo(200);
    assertThat(browser.get("/sessions").json()).hasSize(1);
  }

  @Test
  void withPasswordsSwitchedOffOnlyTheProviderSignsIn() throws Exception {
    var issuer = provider.issuerUrl("tinh").uri();
    var only = pulse.another(OidcSignIn.config(issuer, "email", Optional.empty(), true));
    var root = pulse.signedIn("quantri").at(only.origin);
    var browser = pulse.browser().at(only.origin);
    assertThat(browser.get("/sign-in").json().path("local").asBoolean(true)).isFalse();
    var right = browser.signIn("quantri", AccountTester.PASSWORD);
    assertThat(right.status()).isEqualTo(403);
    assertThat(right.problem()).isEqualTo("passwords-off");
    var made = root.post("/accounts", "{\"login\":\"moi\",\"name\":\"Mới\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().has("invitation")).isFalse();
    String account = "/accounts/" + made.text("id") + "/invitation";
    assertThat(root.post(account, "").problem()).isEqualTo("passwords-off");
    // An invitation of an instance that still has passwords.
    String code = root.at(pulse.first.origin).post(account, "").text("invitation");
    String body = "{\"code\":\"%s\",\"password\":\"%s\"}";
    var accepted = browser.post("/invitation", body.formatted(code, AccountTester.PASSWORD));
    assertThat(accepted.problem()).isEqualTo("passwords-off");
    String change = "{\"current\":\"%s\",\"next\":\"một mật khẩu khác\"}";
    assertThat(
            root.at(only.origin)
                .post("/session/password", change.formatted(AccountTester.PASSWORD))
                .problem())
        .isEqualTo("passwords-off");
    signIn(browser, "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    assertThat(browser.get("/session").text("account/login")).isEqualTo("an@so.gov.vn");
    // The way back: with passwords switched on again they are what they were.
    assertThat(pulse.browser().signIn("quantri", AccountTester.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void thereIsNoSelfRegistrationAndAnEmailMustBeVerified() throws Exception {
    for (Map<String, ?> claims :
        List.<Map<String, ?>>of(
            Map.of("email", "stranger@so.gov.vn", "email_verified", true),
            Map.of("email", "an@so.gov.vn", "email_verified", false),
            Map.of("email", "an@so.gov.vn"))) {
      var browser = pulse.browser();
      var back = signIn(browser, "sub-9", claims);
      assertThat(back.header("Location")).isEqualTo(SIGN_IN + "unknown");
      assertThat(browser.get("/session").status()).isEqualTo(401);
    }
    assertThat(pulse.accounts.all()).hasSize(2);
  }

  @Test
  void theLoginClaimIsConfigurable() throws Exception {
    var other = pulse.another(config("preferred_username"));
    var browser = pulse.browser().at(other.origin);
    signIn(browser, "sub-3", Map.of("preferred_username", "quantri"));
    assertThat(browser.get("/session").text("account/login")).isEqualTo("quantri");
  }

  @Test
  void anotherInstanceCompletesTheSignIn() throws Exception {
    var browser = pulse.browser();
    enqueue("sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    URI back = atProvider(browser.get("/oidc/start"));
    // Both are behind one name, so the callback address is the same.
    var other = pulse.another(config("email", Optional.of(URI.create(pulse.first.origin + "/"))));
    var answer = browser.at(other.origin).get(pathOf(back));
    assertThat(answer.header("Location")).isEqualTo("/dashboard/");
    assertThat(browser.get("/session").status()).isEqualTo(200);
  }

  @Test
  void aForwardedHostThatIsNoneIsIgnored() throws Exception {
    for (String host : List.of("", "dem gov vn", "[::1", "a/b?c", "dem.gov.vn:99999", "a@b", "%")) {
      assertThat(redirectUri(host)).as(host).startsWith(pulse.first.origin + "/api/");
    }
  }

  /** Each proxy in a row may add the host that it was asked for. */
  @Test
  void theFirstForwardedHostIsTheBrowsers() throws Exception {
    assertThat(redirectUri("dem.gov.vn:8443, inner.example"))
        .startsWith("http://dem.gov.vn:8443/api/");
  }

  /** Where the provider is to send the browser back to. */
  private String redirectUri(String forwardedHost) throws Exception {
    pulse.clock.advance(Duration.ofHours(1)); // The limit of sign-ins of a network.
    var answer = pulse.browser().get("/oidc/start", "X-Forwarded-Host", forwardedHost);
    String query = URI.create(answer.header("Location")).getQuery();
    return Stream.of(query.split("&", -1))
        .filter(parameter -> parameter.startsWith("redirect_uri="))
        .map(parameter -> parameter.substring("redirect_uri=".length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCallbackWithoutAPendingSignInIsRefused() throws Exception {
    var browser = pulse.browser();
    enqueue("sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    URI back = atProvider(browser.get("/oidc/start"));
    // The attacker's callback in the victim's browser.
    var victim = pulse.browser();
    assertThat(victim.get(pathOf(back)).header("Location")).isEqualTo(SIGN_IN + "refused");
    var changed = pathOf(back).replaceAll("state=[^&]+", "state=x");
    assertThat(browser.get(changed).header("Location")).isEqualTo(SIGN_IN + "refused");
    // A callback is accepted once, because the cookie is removed.
    assertThat(browser.get(pathOf(back)).header("Location")).isEqualTo(SIGN_IN + "refused");
    assertThat(pulse.counted(SignInMethod.OIDC, "refused")).isEqualTo(3);
  }

  @Test
  void aTokenWithAnotherAudienceNonceOrIssuerIsRefused() throws Exception {
    for (String claim : List.of("aud", "nonce", "iss")) {
      var browser = pulse.browser();
      enqueue(
          "sub-1",
          Map.of(
              "email", "an@so.gov.vn", "email_verified", true, claim, "https://another.example"));
      var back = browser.get(pathOf(atProvider(browser.get("/oidc/start"))));
      assertThat(back.header("Location")).as(claim).isEqualTo(SIGN_IN + "refused");
      assertThat(browser.get("/session").status()).isEqualTo(401);
    }
  }

  /** Each made-up code makes a thread ask the provider. Sign-ins that succeed are not counted. */
  @Test
  void aNetworkThatSendsMadeUpCodesIsThrottledBeforeTheProviderIsAsked() throws Exception {
    for (int i = 0; i < 25; i++) {
      signIn(pulse.browser(), "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    }
    var starts = new ArrayList<Browser>();
    var made = new ArrayList<String>();
    for (int i = 0; i < 21; i++) {
      var browser = pulse.browser();
      URI provider = URI.create(browser.get("/oidc/start").header("Location"));
      String state = provider.getQuery().replaceAll(".*state=([^&]+).*", "$1");
      starts.add(browser);
      made.add("/oidc/callback?code=made-up&state=" + state);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(starts.get(i).get(made.get(i)).header("Location")).isEqualTo(SIGN_IN + "refused");
    }
    assertThat(starts.get(20).get(made.get(20)).header("Location"))
        .matches("\\Q" + SIGN_IN + "throttled\\E&retry=[0-9]+");
    assertThat(pulse.browser().get("/oidc/start").header("Location"))
        .matches("\\Q" + SIGN_IN + "throttled\\E&retry=[0-9]+");
    assertThat(pulse.counted(SignInMethod.OIDC, "throttled")).isEqualTo(2);
    pulse.clock.advance(Duration.ofMinutes(1));
    signIn(pulse.browser(), "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    var browser = pulse.browser();
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "tinh",
            "sub-1",
            "JWT",
            List.of("sitepulse"),
            Map.of("email", "an@so.gov.vn", "email_verified", true),
            -120L));
    var back = browser.get(pathOf(atProvider(browser.get("/oidc/start"))));
    assertThat(back.header("Location")).isEqualTo(SIGN_IN + "refused");
  }

  @Test
  void theSignInIsNoOpenRedirect() throws Exception {
    for (String to : new String[] {"https://evil.example", "//evil.example", "/dashboardevil"}) {
      var browser = pulse.browser();
      enqueue("sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
      var back = browser.get(pathOf(atProvider(browser.get("/oidc/start?to=" + to))));
      assertThat(back.header("Location")).isEqualTo("/dashboard/");
    }
  }

  @Test
  void theSignInPageReportsAnUnavailableProviderUntilItRecovers() throws Exception {
    int port = provider.baseUrl().port();
    provider.shutdown();
    assertThat(pulse.browser().get("/oidc/start").header("Location")).isEqualTo(SIGN_IN + "away");
    var again = new MockOAuth2Server();
    again.start(InetAddress.getLoopbackAddress(), port);
    pulse.clock.advance(Duration.ofSeconds(6));
    assertThat(pulse.browser().get("/oidc/start").header("Location")).contains("/tinh/authorize?");
    again.shutdown();
  }

  @Test
  void withoutAProviderTheRoutesAre404() throws Exception {
    var browser = pulse.browser().at(pulse.another().origin);
    assertThat(browser.get("/sign-in").json().has("oidc")).isFalse();
    assertThat(browser.get("/oidc/start").status()).isEqualTo(404);
    assertThat(browser.get("/oidc/callback").status()).isEqualTo(404);
  }

  @Test
  void aDisabledAccountIsRefused() throws Exception {
    signIn(pulse.browser(), "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    var draft = AccountDraft.of(pulse.accounts.get("ansogovvn").orElseThrow());
    draft.disabled = true;
    pulse.accounts.put("ansogovvn", draft.toAccount());
    var back =
        signIn(pulse.browser(), "sub-1", Map.of("email", "an@so.gov.vn", "email_verified", true));
    assertThat(back.header("Location")).isEqualTo(SIGN_IN + "unknown");
  }

  private Browser.Answer signIn(Browser browser, String subject, Map<String, ?> claims)
      throws Exception {
    enqueue(subject, claims);
    var start = browser.get("/oidc/start?to=" + TO.replace("?", "%3F"));
    assertThat(start.header("Location"))
        .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
    return browser.get(pathOf(atProvider(start)));
  }

  private void enqueue(String subject, Map<String, ?> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("tinh", subject, "JWT", List.of("sitepulse"), claims));
  }

  private void rename(String id, String login) {
    var draft = AccountDraft.of(pulse.accounts.get(id).orElseThrow());
    draft.login = login;
    pulse.accounts.put(id, draft.toAccount());
  }

  private AccountConfig config(String claim) {
    return config(claim, Optional.empty());
  }

  private AccountConfig config(String claim, Optional<URI> address) {
    return OidcSignIn.config(provider.issuerUrl("tinh").uri(), claim, address);
  }
}
