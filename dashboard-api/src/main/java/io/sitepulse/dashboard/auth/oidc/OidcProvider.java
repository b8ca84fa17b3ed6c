package io.sitepulse.dashboard.auth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the provider of identities: where it is, where people are sent, who came back. Waits
 * for it, so it is asked in a {@link io.sitepulse.dashboard.manage.BlockingPool} only. What it says
 * about itself is read once, when first needed.
 */
public final class OidcProvider {
  private static final int TIMEOUT_MS = 5_000;
  private static final int MAX_KEYS_BYTES = 1 << 20;
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final OidcConfig config;
  private final Clock clock;
  private @Nullable Known known;
  private @Nullable Instant silentSince;

  /** Who came back. */
  record Person(String subject, Optional<String> login) {}

  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  public OidcProvider(OidcConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Where to send somebody.
   *
   * @throws OidcFailure if the provider is away
   */
  URI addressFor(OidcState pending, URI redirect) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, SCOPE, new ClientID(config.clientId()), redirect)
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(pending.state()))
        .nonce(new Nonce(pending.nonce()))
        .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Who came back with a code.
   *
   * @throws OidcFailure if the provider is away, or does not vouch for them
   */
  Person person(String code, OidcState pending, URI redirect) {
    Known provider = known();
    try {
      OIDCTokens tokens = tokens(provider, code, pending, redirect);
      IDTokenClaimsSet claims =
          provider.validator().validate(tokens.getIDToken(), new Nonce(pending.nonce()));
      requireGivenToUs(claims);
      String subject = claims.getIssuer().getValue() + "|" + claims.getSubject().getValue();
      return new Person(subject, login(provider, tokens, claims));
    } catch (IOException e) {
      throw new OidcFailure(OidcFailure.Reason.AWAY, "does not answer");
    } catch (BadJOSEException | JOSEException | ParseException e) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "answer not valid: " + e.getClass());
    }
  }

  /** The validator looks for us among those a token is for, not at whom of them it was given to. */
  private void requireGivenToUs(IDTokenClaimsSet claims) {
    AuthorizedParty party = claims.getAuthorizedParty();
    if (party != null && !party.getValue().equals(config.clientId())) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "token was given to another");
    }
  }

  private OIDCTokens tokens(Known provider, String code, OidcState pending, URI redirect)
      throws IOException, ParseException {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), redirect, new CodeVerifier(pending.verifier()));
    URI endpoint = provider.metadata().getTokenEndpointURI();
    var id = new ClientID(config.clientId());
    var request =
        config.clientSecret().text().isEmpty()
            ? new TokenRequest.Builder(endpoint, id, grant)
            : new TokenRequest.Builder(endpoint, authentication(provider, id), grant);
    var answer = OIDCTokenResponseParser.parse(patient(request.build().toHTTPRequest()).send());
    if (!(answer instanceof OIDCTokenResponse tokens)) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "code not taken");
    }
    if (tokens.getOIDCTokens().getIDToken() == null) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "no identity in the answer");
    }
    return tokens.getOIDCTokens();
  }

  private ClientAuthentication authentication(Known provider, ClientID id) {
    var secret = new Secret(config.clientSecret().text());
    List<ClientAuthenticationMethod> taken = provider.metadata().getTokenEndpointAuthMethods();
    boolean basic = taken == null || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
  }

  /** The login they are known by, from the token, or where the provider keeps what it knows. */
  private Optional<String> login(Known provider, OIDCTokens tokens, IDTokenClaimsSet claims)
      throws IOException, ParseException {
    URI more = provider.metadata().getUserInfoEndpointURI();
    if (claims.getClaim(config.loginClaim()) != null || more == null) {
      return login(claims);
    }
    var request = new UserInfoRequest(more, tokens.getAccessToken()).toHTTPRequest();
    var answer = UserInfoResponse.parse(patient(request).send());
    if (!answer.indicatesSuccess() || answer.toSuccessResponse().getUserInfo() == null) {
      return Optional.empty();
    }
    var info = answer.toSuccessResponse().getUserInfo();
    return claims.getSubject().equals(info.getSubject()) ? login(info) : Optional.empty();
  }

  private Optional<String> login(ClaimsSet claims) {
    Object verified = claims.getClaim("email_verified");
    if (config.loginClaim().equals("email") && !"true".equals(String.valueOf(verified))) {
      return Optional.empty();
    }
    return Optional.ofNullable(claims.getStringClaim(config.loginClaim()));
  }

  private synchronized Known known() {
    Known provider = known;
    if (provider != null) {
      return provider;
    }
    Instant now = clock.instant();
    if (silentSince != null && now.isBefore(silentSince.plus(REST))) {
      throw new OidcFailure(OidcFailure.Reason.AWAY, "did not answer just now");
    }
    try {
      var metadata =
          OIDCProviderMetadata.resolve(new Issuer(config.issuer()), TIMEOUT_MS, TIMEOUT_MS);
      provider = new Known(metadata, validator(metadata));
      known = provider;
      return provider;
    } catch (IOException | GeneralException e) {
      silentSince = now;
      throw new OidcFailure(OidcFailure.Reason.AWAY, "says nothing of itself: " + e.getClass());
    }
  }

  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
    var retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_KEYS_BYTES);
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
            .refreshAheadCache(false)
            .retrying(true)
            .build();
    return new IDTokenValidator(
        new Issuer(config.issuer()),
        new ClientID(config.clientId()),
        new JWSVerificationKeySelector<>(algorithms(metadata), keys),
        null);
  }

  /** Those with a key pair: with others, whoever knows our secret could sign. */
  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    List<JWSAlgorithm> said = metadata.getIDTokenJWSAlgs();
    Set<JWSAlgorithm> pairs =
        said == null
            ? Set.of()
            : said.stream()
                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                .collect(Collectors.toSet());
    return pairs.isEmpty() ? Set.of(JWSAlgorithm.RS256) : pairs;
  }

  private static HTTPRequest patient(HTTPRequest request) {
    request.setConnectTimeout(TIMEOUT_MS);
    request.setReadTimeout(TIMEOUT_MS);
    request.setFollowRedirects(false);
    return request;
  }
}
