package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CSRF guard: requires a per-session token header and a same-origin request. Before sign-in there
 * is no session, so only {@code Origin} and {@code Sec-Fetch-Site} are checked.
 */
public final class CsrfGuard {
  public static final String HEADER = "Sitepulse-CSRF";

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** "none" means that the user entered the address, so no page sent the request. */
  private static final Set<String> SAME_ORIGIN = Set.of("same-origin", "none");

  private final Secret key;
  private final OriginPolicy originPolicy;

  public CsrfGuard(Secret secret, OriginPolicy originPolicy) {
    this.key = secret.forPurpose("sitepulse csrf");
    this.originPolicy = originPolicy;
  }

  /** Returns the token that unsafe requests of a session must send. */
  String tokenOf(String session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(session));
  }

  /**
   * Requires the CSRF token and the same origin of an unsafe request of a session.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403
   */
  void requireToken(HttpServerRequest request, String session) {
    if (SAFE.contains(request.method())) {
      return;
    }
    if (!isSameOrigin(request) || !isToken(request.getHeader(HEADER), session)) {
      throw forbidden("Send the header " + HEADER + " with the csrf of GET /api/manage/session.");
    }
  }

  /**
   * Requires a same-origin JSON request, before sign-in. JSON alone rules out cross-site forms: it
   * needs a CORS preflight, which this API does not answer.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403, or 415 if it is not JSON
   */
  public void requireSameOrigin(HttpServerRequest request) {
    String type = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE));
    if (!type.split(";", 2)[0].trim().equalsIgnoreCase(JsonText.TYPE)) {
      throw Problem.of(415, "content-type", "Unsupported media type", "Send " + JsonText.TYPE + ".")
          .asException();
    }
    if (!isSameOrigin(request)) {
      throw forbidden("Sign in on a page of this server.");
    }
  }

  /** Returns the host name that a request was sent to, or an empty text. */
  String hostOf(HttpServerRequest request) {
    return originPolicy.hostNameOf(request);
  }

  private boolean isSameOrigin(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    return (origin == null || originPolicy.isOwn(request, origin))
        && (site == null || SAME_ORIGIN.contains(site));
  }

  private boolean isToken(@Nullable String sent, String session) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            tokenOf(session).getBytes(StandardCharsets.UTF_8));
  }

  private static RuntimeException forbidden(String detail) {
    return Problem.of(403, "csrf", "Cross-site request", detail).asException();
  }
}
