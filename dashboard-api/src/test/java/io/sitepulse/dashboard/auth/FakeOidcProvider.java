package io.sitepulse.dashboard.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider that returns what a test sets, valid tokens by default. Its metadata
 * lists every algorithm, so refusing one is up to the client.
 */
final class FakeOidcProvider implements AutoCloseable {
  static final String SUBJECT = "sub-1";
  static final String ACCESS_TOKEN = "the-access-token";

  /** The {@code Authorization} headers of UserInfo requests. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Bodies that are sent instead of the valid ones, by path. */
  final Map<String, String> bodies = new ConcurrentHashMap<>();

  final RSAKey key = newKey("one");

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private volatile String nonce = "";
  private volatile Token token = honest -> signed(honest.build(), key);
  private volatile Info info = new Info(404, "text/plain", "nothing");

  /** Creates the token of a response from the valid claims. */
  interface Token {
    String of(JWTClaimsSet.Builder honest) throws JOSEException;
  }

  /** A UserInfo response. */
  record Info(int status, String type, String body) {}

  FakeOidcProvider() throws IOException {
    on("/.well-known/openid-configuration", exchange -> json(exchange, metadata()));
    on("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
    on("/authorize", this::sendBack);
    on("/token", this::tokens);
    on("/userinfo", this::tellMore);
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void says(Token lie) {
    token = lie;
  }

  void tells(int status, String type, String body) {
    info = new Info(status, type, body);
  }

  static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), claims, key);
  }

  static String signed(JWSHeader.Builder header, JWTClaimsSet claims, RSAKey key)
      throws JOSEException {
    var jwt = new SignedJWT(header.build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  Map<String, Object> metadata() {
    String here = issuer().toString();
    return Map.of(
        "issuer",
        here,
        "authorization_endpoint",
        here + "/authorize",
        "token_endpoint",
        here + "/token",
        "userinfo_endpoint",
        here + "/userinfo",
        "jwks_uri",
        here + "/keys",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256", "HS256", "none"));
  }

  private void sendBack(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI());
    nonce = query.getOrDefault("nonce", "");
    String to = query.get("redirect_uri") + "?code=a-code&state=" + query.get("state");
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private void tokens(HttpExchange exchange) throws IOException {
    var honest =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject(SUBJECT)
            .audience(OidcSignIn.CLIENT)
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .claim("nonce", nonce)
            .claim("email", "an@so.gov.vn")
            .claim("email_verified", true);
    try {
      String made = token.of(honest);
      json(
          exchange, Map.of("access_token", ACCESS_TOKEN, "token_type", "Bearer", "id_token", made));
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  private void tellMore(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Info said = info;
    answer(exchange, said.status(), said.type(), said.body());
  }

  private void on(String path, Handling handling) {
    server.createContext(
        path,
        exchange -> {
          String body = bodies.get(path);
          try (exchange) {
            if (body == null) {
              handling.handle(exchange);
            } else {
              answer(exchange, 200, "application/json", body);
            }
          }
        });
  }

  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  private static void json(HttpExchange exchange, Map<String, Object> body) throws IOException {
    answer(exchange, 200, "application/json", Json.MAPPER.writeValueAsString(body));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
