package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.FakeOidcProvider.signed;
import static io.sitepulse.dashboard.auth.OidcSignIn.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ID tokens that the provider did not sign for us and now are refused. */
class OidcForgeryIT {
  private static final RSAKey STRANGERS = FakeOidcProvider.newKey("strangers");

  private static final String METADATA = "/.well-known/openid-configuration";

  /** Long enough for the pause after a failure and for the limit of sign-ins of a network. */
  private static final Duration PAUSE = Duration.ofHours(1);

  private static final List<String> UNREADABLE =
      List.of(
          "",
          "{",
          "null",
          "[]",
          "7",
          "{}",
          "\u0000",
          "{\"issuer\":{}}",
          "{\"access_token\":1,\"token_type\":[],\"id_token\":{}}",
          "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"..\"}",
          "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"a.b.c\"}",
          "{\"access_token\":\"a\",\"token_type\":\"none\"}",
          "{\"sub\":7,\"email\":[]}",
          "{\"sub\":\"sub-1\",\"email\":{\"a\":1},\"email_verified\":true}",
          "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));

  private final FakeOidcProvider provider = new FakeOidcProvider();
  private final AccountTester pulse =
      AccountTester.start(OidcSignIn.config(provider.issuer(), "email", Optional.empty()))
          .withAdministrator();

  OidcForgeryIT() throws Exception {
    var an = AccountDraft.of(AccountDraft.newAccount("an", "an@so.gov.vn", "Bà An", Instant.now()));
    pulse.accounts.put("an", an.toAccount());
  }

  @AfterEach
  void stop() {
    pulse.close();
    provider.close();
  }

  /** Tokens that must be refused. */
  enum Forged {
    BY_ANOTHER_KEY_THAT_CALLS_ITSELF_THE_PROVIDERS(
        (key, honest) ->
            signed(honest.build(), new RSAKey.Builder(STRANGERS).keyID(key.getKeyID()).build())),
    BY_A_KEY_THAT_WAS_NEVER_PUBLISHED((key, honest) -> signed(honest.build(), STRANGERS)),
    BY_A_KEY_THAT_NOTHING_NAMES(
        (key, honest) ->
            signed(new JWSHeader.Builder(JWSAlgorithm.RS256), honest.build(), STRANGERS)),
    BY_A_KEY_THAT_THE_TOKEN_ITSELF_BRINGS(
        (key, honest) ->
            signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(STRANGERS.toPublicJWK()),
                honest.build(),
                STRANGERS)),
    BY_NOBODY((key, honest) -> new PlainJWT(honest.build()).serialize()),
    WITH_OUR_OWN_SECRET(
        (key, honest) -> hashed(honest, OidcSignIn.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8))),
    WITH_THE_PUBLIC_KEY_TAKEN_FOR_A_SECRET(
        (key, honest) -> hashed(honest, key.toRSAPublicKey().getEncoded())),
    CHANGED_AFTER_IT_WAS_SIGNED(
        (key, honest) -> {
          String[] whole = signed(honest.build(), key).split("\\.", -1);
          var other = honest.subject("sub-2").build().toPayload().toBase64URL();
          return whole[0] + "." + other + "." + whole[2];
        }),
    FOR_ANOTHER_CLIENT((key, honest) -> signed(honest.audience("another").build(), key)),
    FOR_SEVERAL_AND_GIVEN_TO_ANOTHER(
        (key, honest) ->
            signed(
                honest
                    .audience(List.of(OidcSignIn.CLIENT, "another"))
                    .claim("azp", "another")
                    .build(),
                key)),
    OF_ANOTHER_ISSUER(
        (key, honest) -> signed(honest.issuer("https://another.example").build(), key)),
    OVER((key, honest) -> signed(honest.expirationTime(in(-120)).build(), key)),
    WITHOUT_END((key, honest) -> signed(honest.expirationTime(null).build(), key)),
    OF_TOMORROW(
        (key, honest) ->
            signed(honest.issueTime(in(86_400)).expirationTime(in(90_000)).build(), key)),
    TO_ANOTHER_QUESTION((key, honest) -> signed(honest.claim("nonce", "another").build(), key)),
    TO_NO_QUESTION((key, honest) -> signed(honest.claim("nonce", null).build(), key)),
    ABOUT_NOBODY((key, honest) -> signed(honest.subject(null).build(), key));

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private final Forgery forgery;

    Forged(Forgery forgery) {
      this.forgery = forgery;
    }
  }

  /** Forges a token from the valid claims and the provider's key. */
  private interface Forgery {
    String of(RSAKey key, JWTClaimsSet.Builder honest) throws JOSEException;
  }

  /** Proves that the refused tokens fail for the forged part only. */
  @Test
  void aValidTokenIsAccepted() throws Exception {
    var browser = pulse.browser();
    assertThat(signIn(browser).header("Location")).isEqualTo("/dashboard/");
    assertThat(browser.get("/session").text("account/login")).isEqualTo("an@so.gov.vn");
  }

  @ParameterizedTest
  @EnumSource
  void aForgedTokenIsRefusedAndLinksNoAccount(Forged forged) throws Exception {
    provider.says(honest -> forged.forgery.of(provider.key, honest));
    var browser = pulse.browser();
    assertThat(signIn(browser).header("Location")).isEqualTo(SIGN_IN + "refused");
    assertThat(browser.get("/session").status()).isEqualTo(401);
    assertThat(pulse.accounts.get("an").orElseThrow().subject()).isNull();
    assertThat(pulse.counted(SignInMethod.OIDC, "refused")).isEqualTo(1);
  }

  /** The person may try again. Each of these was answered 500. */
  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "%09"})
  void aCodeWithoutTextIsRefused(String code) throws Exception {
    var browser = pulse.browser();
    String path = OidcSignIn.pathOf(OidcSignIn.atProvider(browser.get("/oidc/start")));

    var back = browser.get(path.replace("code=a-code", "code=" + code));

    assertThat(back.header("Location")).isEqualTo(SIGN_IN + "refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "issuer"})
  void metadataThatIsNotCompleteIsReadAgain(String missing) throws Exception {
    for (Object value : List.of("", "keys", "http://[", 7, List.of(), Map.of("a", 1))) {
      var metadata = new HashMap<>(provider.metadata());
      metadata.put(missing, value);
      provider.bodies.put(METADATA, Json.MAPPER.writeValueAsString(metadata));
      assertAway(missing + " = " + value);
      metadata.remove(missing);
      provider.bodies.put(METADATA, Json.MAPPER.writeValueAsString(metadata));
      assertAway(missing);
    }
    provider.bodies.clear();
    pulse.clock.advance(PAUSE);
    assertThat(signIn(pulse.browser()).header("Location")).isEqualTo("/dashboard/");
  }

  @Test
  void answersThatNobodyCanReadAreNoFaultOfTheServer() throws Exception {
    for (String body : UNREADABLE) {
      provider.bodies.put(METADATA, body);
      assertAway(body);
    }
    provider.bodies.clear();
    for (String body : UNREADABLE) {
      pulse.clock.advance(PAUSE);
      provider.bodies.put("/token", body);
      assertThat(signIn(pulse.browser()).header("Location"))
          .as(body)
          .isEqualTo(SIGN_IN + "refused");
      provider.bodies.clear();
      provider.says(honest -> body);
      assertThat(signIn(pulse.browser()).header("Location"))
          .as(body)
          .isEqualTo(SIGN_IN + "refused");
      provider.says(honest -> signed(honest.claim("email", null).build(), provider.key));
      provider.tells(200, "application/json", body);
      assertThat(signIn(pulse.browser()).header("Location")).as(body).startsWith(SIGN_IN);
    }
  }

  private void assertAway(String answer) throws Exception {
    pulse.clock.advance(PAUSE);
    assertThat(pulse.browser().get("/oidc/start").header("Location"))
        .as(answer)
        .isEqualTo(SIGN_IN + "away");
  }

  private static Browser.Answer signIn(Browser browser) throws Exception {
    return browser.get(OidcSignIn.pathOf(OidcSignIn.atProvider(browser.get("/oidc/start"))));
  }

  private static String hashed(JWTClaimsSet.Builder claims, byte[] secret) throws JOSEException {
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    jwt.sign(new MACSigner(secret));
    return jwt.serialize();
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
