package io.sitepulse.dashboard.auth;

import io.sitepulse.dashboard.auth.oidc.OidcConfig;
import io.sitepulse.runtime.kafka.KafkaClientProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What people do at a provider of identities, and how an instance is told of one. */
final class OidcVisit {
  static final String SIGN_IN = "/dashboard/sign-in?oidc=";
  static final String CLIENT = "sitepulse";

  /** Long enough to sign with, so that whoever knows it could try. */
  static final String CLIENT_SECRET = "a client's secret of more than 32 letters";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private OidcVisit() {}

  /** Does at the provider what people do there; back comes the address they are sent to. */
  static URI atProvider(Browser.Answer start) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(start.header("Location"))).build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  /** An address of ours, as a browser of tests asks for it. */
  static String pathOf(URI address) {
    return address.getRawPath().replace("/api/manage", "") + "?" + address.getRawQuery();
  }

  /** An instance that knows a provider. */
  static AccountConfig config(URI issuer, String claim, Optional<URI> address) {
    var oidc =
        new OidcConfig(
            issuer, CLIENT, new KafkaClientProperties(CLIENT_SECRET), "Cổng tỉnh", claim);
    var plain = AccountTester.CONFIG;
    return new AccountConfig(
        plain.secret(), plain.data(), plain.idle(), plain.life(), address, Optional.of(oidc));
  }
}
