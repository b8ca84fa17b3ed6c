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
 * Tells requests of our own pages from those that a foreign page makes a browser send (CSRF).
 * Whoever is signed in proves it by a header that only a page of ours can know; besides, and before
 * anybody is signed in, the browser's own word is taken: {@code Origin} and {@code Sec-Fetch-Site}.
 */
public final class CsrfGuard {
  public static final String HEADER = "Sitepulse-CSRF";

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** "none": typed by the user, by no page. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Secret key;
  private final OriginPolicy originPolicy;

  public CsrfGuard(Secret secret, OriginPolicy originPolicy) {
    this.key = secret.forPurpose("sitepulse csrf");
    this.originPolicy = originPolicy;
  }

  /** What a page must send with a session's unsafe requests. */
  String proof(String session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(session));
  }

  /**
   * Asks that a request of a session that may change something comes from a page of ours.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403
   */
  void require(HttpServerRequest request, String session) {
    if (SAFE.contains(request.method())) {
      return;
    }
    if (!isOwn(request) || !isProof(request.getHeader(HEADER), session)) {
      throw refused("Send the header " + HEADER + " with the csrf of GET /api/manage/session.");
    }
  }

  /**
   * Asks the same of a request before anybody is signed in. JSON alone keeps forms of foreign pages
   * out, since sending it needs a preflight that we do not answer.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403, or 415 if it is not JSON
   */
  public void requireOpen(HttpServerRequest request) {
    String type = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE));
    if (!type.split(";", 2)[0].trim().equalsIgnoreCase(JsonText.TYPE)) {
      throw Problem.of(415, "content-type", "Unsupported media type", "Send " + JsonText.TYPE + ".")
          .asException();
    }
    if (!isOwn(request)) {
      throw refused("Sign in on a page of sitepulse itself.");
    }
  }

  private boolean isOwn(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    return (origin == null || originPolicy.isOwn(request, origin))
        && (site == null || OWN_SITES.contains(site));
  }

  private boolean isProof(@Nullable String sent, String session) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), proof(session).getBytes(StandardCharsets.UTF_8));
  }

  private static RuntimeException refused(String detail) {
    return Problem.of(403, "csrf", "Not from our own page", detail).asException();
  }
}
