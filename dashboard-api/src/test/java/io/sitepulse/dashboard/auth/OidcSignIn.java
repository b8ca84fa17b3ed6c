package io.sitepulse.dashboard.auth;

import io.sitepulse.dashboard.auth.oidc.OidcConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Performs sign-ins at a test provider and configures instances for it. */
final class OidcSignIn {
  static final String SIGN_IN = "/dashboard/sign-in?oidc=";
  static final String CLIENT = "sitepulse";

  /** Long enough to be usable as an HMAC key, for the forgery tests. */
  static final String CLIENT_SECRET = "a client's secret of more than 32 letters";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private OidcSignIn() {}

  /** Signs in at the provider and returns the callback address. */
  static URI atProvider(Browser.Answer start) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(start.header("Location"))).build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  /** Returns the path that the test browser requests for a callback address. */
  static String pathOf(URI address) {
    return address.getRawPath().replace("/api/manage", "") + "?" + address.getRawQuery();
  }

  /** Returns the configuration of an instance with a provider. */
  static AccountConfig config(URI issuer, String claim, Optional<URI> address) {
    return config(issuer, claim, address, false);
  }

  /** Returns such a configuration, with passwords switched off if {@code only}. */
  static AccountConfig config(URI issuer, String claim, Optional<URI> address, boolean only) {
    var life = OidcConfig.SESSION_LIFE;
    var oidc = new OidcConfig(issuer, CLIENT, CLIENT_SECRET, "Cổng tỉnh", claim, only, life);
    var plain = AccountTester.CONFIG;
    return new AccountConfig(
        plain.secret(),
        plain.data(),
        plain.idle(),
        plain.life(),
        address,
        Optional.of(oidc),
        false);
  }
}
