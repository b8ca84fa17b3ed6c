package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.FakeOidcProvider.ACCESS_TOKEN;
import static io.sitepulse.dashboard.auth.FakeOidcProvider.SUBJECT;
import static io.sitepulse.dashboard.auth.FakeOidcProvider.signed;
import static io.sitepulse.dashboard.auth.OidcSignIn.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider whose ID tokens lack the login claim, so the UserInfo endpoint is read. */
class OidcUserInfoIT {
  private static final String JSON = "application/json";
  private static final String AN =
      "{\"sub\":\"%s\",\"email\":\"An@So.gov.vn\",\"email_verified\":%s}";

  private final FakeOidcProvider provider = new FakeOidcProvider();
  private final AccountTester pulse =
      AccountTester.start(OidcSignIn.config(provider.issuer(), "email", Optional.empty()))
          .withAdministrator();

  OidcUserInfoIT() throws Exception {
    var an = AccountDraft.of(AccountDraft.newAccount("an", "an@so.gov.vn", "Bà An", Instant.now()));
    pulse.accounts.put("an", an.toAccount());
    provider.says(
        honest ->
            signed(
                honest.claim("email", null).claim("email_verified", null).build(), provider.key));
  }

  @AfterEach
  void stop() {
    pulse.close();
    provider.close();
  }

  @Test
  void theLoginIsReadFromTheUserInfoEndpoint() throws Exception {
    provider.tells(200, JSON, AN.formatted(SUBJECT, true));
    var browser = pulse.browser();
    assertThat(signIn(browser)).isEqualTo("/dashboard/");
    assertThat(browser.get("/session").text("account/login")).isEqualTo("an@so.gov.vn");
    assertThat(provider.asked).containsExactly("Bearer " + ACCESS_TOKEN);
    assertThat(pulse.accounts.get("an").orElseThrow().subject()).endsWith("|" + SUBJECT);
  }

  @Test
  void userInfoIsNotReadIfTheTokenHasTheLogin() throws Exception {
    provider.says(honest -> signed(honest.build(), provider.key));
    assertThat(signIn(pulse.browser())).isEqualTo("/dashboard/");
    assertThat(provider.asked).isEmpty();
  }

  /** The token substitution attack of OpenID Connect Core 5.3.2. */
  @Test
  void userInfoOfAnotherSubjectIsRefused() throws Exception {
    provider.tells(200, JSON, AN.formatted("sub-2", true));
    assertStaysOut("unknown");
  }

  @Test
  void anUnverifiedEmailIsRefused() throws Exception {
    provider.tells(200, JSON, AN.formatted(SUBJECT, false));
    assertStaysOut("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "401, application/json, {\"error\":\"invalid_token\"}, unknown",
    "500, text/plain, broken, unknown",
    "200, text/html, <html>, refused",
    "200, application/json, {\"email\":\"an@so.gov.vn\"}, refused"
  })
  void anInvalidUserInfoResponseIsRefused(int status, String type, String body, String reason)
      throws Exception {
    provider.tells(status, type, body);
    assertStaysOut(reason);
  }

  @Test
  void aUserInfoResponseAsATokenIsRefused() throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .subject(SUBJECT)
            .claim("email", "an@so.gov.vn")
            .claim("email_verified", true)
            .build();
    provider.tells(200, "application/jwt", signed(claims, FakeOidcProvider.newKey("strangers")));
    assertStaysOut("unknown");
  }

  private void assertStaysOut(String reason) throws Exception {
    var browser = pulse.browser();
    assertThat(signIn(browser)).isEqualTo(SIGN_IN + reason);
    assertThat(browser.get("/session").status()).isEqualTo(401);
    assertThat(pulse.accounts.get("an").orElseThrow().subject()).isNull();
  }

  private static String signIn(Browser browser) throws Exception {
    return browser
        .get(OidcSignIn.pathOf(OidcSignIn.atProvider(browser.get("/oidc/start"))))
        .header("Location");
  }
}
