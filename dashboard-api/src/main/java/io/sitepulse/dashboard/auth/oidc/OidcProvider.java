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
 * Client of the OpenID Connect provider. Its calls block, so they run in a {@link
 * io.sitepulse.dashboard.manage.BlockingPool} only. The provider's metadata is read once, when it
 * is first needed. Thread-safe.
 */
public final class OidcProvider {
  private static final int TIMEOUT_MS = 5_000;
  private static final int MAX_KEYS_BYTES = 1 << 20;

  /** Time without further requests after the metadata could not be read. */
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final OidcConfig config;
  private final Clock clock;
  private @Nullable Metadata metadata;
  private @Nullable Instant failedAt;

  /**
   * An identity that the provider has confirmed.
   *
   * @param subject {@code issuer|sub}
   * @param login value of the login claim
   */
  record Identity(String subject, Optional<String> login) {}

  private record Metadata(OIDCProviderMetadata endpoints, IDTokenValidator validator) {}

  public OidcProvider(OidcConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Returns the provider's address for a sign-in.
   *
   * @throws OidcFailure if the provider does not answer
   */
  URI authorizationUri(OidcState pending, URI redirect) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, SCOPE, new ClientID(config.clientId()), redirect)
        .endpointURI(metadata().endpoints().getAuthorizationEndpointURI())
        .state(new State(pending.state()))
        .nonce(new Nonce(pending.nonce()))
        .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Exchanges an authorization code for the identity that signed in.
   *
   * @throws OidcFailure if the provider does not answer, or does not confirm the identity
   */
  Identity identity(String code, OidcState pending, URI redirect) {
    Metadata provider = metadata();
    try {
      OIDCTokens tokens = tokens(provider, code, pending, redirect);
      IDTokenClaimsSet claims =
          provider.validator().validate(tokens.getIDToken(), new Nonce(pending.nonce()));
      requireOwnParty(claims);
      String subject = claims.getIssuer().getValue() + "|" + claims.getSubject().getValue();
      return new Identity(subject, login(provider, tokens, claims));
    } catch (IOException e) {
      throw new OidcFailure(OidcFailure.Reason.AWAY, "no answer");
    } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
      // The last one for a code without text, and for addresses that the provider names.
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "invalid answer: " + e.getClass());
    }
  }

  /** The library checks that {@code aud} contains our client id but not {@code azp}. */
  private void requireOwnParty(IDTokenClaimsSet claims) {
    AuthorizedParty party = claims.getAuthorizedParty();
    if (party != null && !party.getValue().equals(config.clientId())) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "token issued to another client");
    }
  }

  private OIDCTokens tokens(Metadata provider, String code, OidcState pending, URI redirect)
      throws IOException, ParseException {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), redirect, new CodeVerifier(pending.verifier()));
    URI endpoint = provider.endpoints().getTokenEndpointURI();
    var id = new ClientID(config.clientId());
    var request =
        config.clientSecret().isEmpty()
            ? new TokenRequest.Builder(endpoint, id, grant)
            : new TokenRequest.Builder(endpoint, authentication(provider, id), grant);
    var answer =
        OIDCTokenResponseParser.parse(withTimeouts(request.build().toHTTPRequest()).send());
    if (!(answer instanceof OIDCTokenResponse tokens)) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "code not accepted");
    }
    if (tokens.getOIDCTokens().getIDToken() == null) {
      throw new OidcFailure(OidcFailure.Reason.REFUSED, "no ID token in the answer");
    }
    return tokens.getOIDCTokens();
  }

  private ClientAuthentication authentication(Metadata provider, ClientID id) {
    var secret = new Secret(config.clientSecret());
    List<ClientAuthenticationMethod> methods = provider.endpoints().getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
  }

  /** Returns the login claim of the ID token, else of the UserInfo endpoint. */
  private Optional<String> login(Metadata provider, OIDCTokens tokens, IDTokenClaimsSet claims)
      throws IOException, ParseException {
    URI userInfo = provider.endpoints().getUserInfoEndpointURI();
    if (claims.getClaim(config.loginClaim()) != null || userInfo == null) {
      return login(claims);
    }
    var request = new UserInfoRequest(userInfo, tokens.getAccessToken()).toHTTPRequest();
    var answer = UserInfoResponse.parse(withTimeouts(request).send());
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

  private synchronized Metadata metadata() {
    if (metadata != null) {
      return metadata;
    }
    Instant now = clock.instant();
    if (failedAt != null && now.isBefore(failedAt.plus(RETRY_DELAY))) {
      throw new OidcFailure(OidcFailure.Reason.AWAY, "no metadata a moment ago");
    }
    try {
      var endpoints =
          OIDCProviderMetadata.resolve(new Issuer(config.issuer()), TIMEOUT_MS, TIMEOUT_MS);
      requireAddress(endpoints.getAuthorizationEndpointURI());
      requireAddress(endpoints.getTokenEndpointURI());
      requireAddress(endpoints.getJWKSetURI());
      var read = new Metadata(endpoints, validator(endpoints));
      metadata = read;
      return read;
    } catch (IOException | GeneralException | IllegalArgumentException e) {
      failedAt = now;
      throw new OidcFailure(OidcFailure.Reason.AWAY, "no metadata: " + e.getClass());
    }
  }

  /** Metadata are read once, so those of a provider that is not set up yet must not be kept. */
  private static void requireAddress(@Nullable URI endpoint) throws GeneralException {
    if (endpoint == null || endpoint.getHost() == null) {
      throw new GeneralException("an endpoint has no address");
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

  /** Only asymmetric algorithms. Otherwise everyone who knows the client secret could sign. */
  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    List<JWSAlgorithm> supported = metadata.getIDTokenJWSAlgs();
    Set<JWSAlgorithm> asymmetric =
        supported == null
            ? Set.of()
            : supported.stream()
                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                .collect(Collectors.toSet());
    return asymmetric.isEmpty() ? Set.of(JWSAlgorithm.RS256) : asymmetric;
  }

  private static HTTPRequest withTimeouts(HTTPRequest request) {
    request.setConnectTimeout(TIMEOUT_MS);
    request.setReadTimeout(TIMEOUT_MS);
    request.setFollowRedirects(false);
    return request;
  }
}
