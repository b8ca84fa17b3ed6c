package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter.Permit;
import io.sitepulse.dashboard.auth.session.SessionCookies;
import io.sitepulse.dashboard.auth.session.SignInAttempts;
import io.sitepulse.dashboard.auth.session.SignInResponder;
import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/manage/oidc}: sign-in through an OpenID Connect provider, by authorization code with
 * PKCE.
 *
 * <pre>
 * oidc/start ─▶ cookie: state, nonce, verifier ─▶ provider ─▶ oidc/callback?code&amp;state
 *    state equals cookie's ─▶ code for ID token ─▶ issuer, audience, nonce, expiry, signature
 *    ─▶ account linked to issuer|sub, else account whose login the token names, linked from now on
 * </pre>
 *
 * There is no self-registration: an administrator creates the account first. Every failure
 * redirects to the sign-in page with {@code ?oidc=away|refused|unknown|throttled}, the last one
 * with the seconds to wait, {@code &retry=12}.
 *
 * <p>Both requests can make this server ask the provider, and wait for it. So a network whose
 * sign-ins fail is limited as one that tries codes of links.
 */
public final class OidcRoutes implements RouteProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
  private static final String CALLBACK = "/oidc/callback";
  private static final String COOKIE = "sitepulse_oidc";

  private final OidcService oidc;
  private final SignInResponder responder;
  private final SignInAttempts attempts;
  private final SessionCookies cookies;
  private final BaseAddress baseAddress;

  /**
   * The address of this server in browsers.
   *
   * @param configured empty: the address of the request
   */
  public record BaseAddress(Optional<URI> configured, OriginPolicy origins) {
    URI callback(RequestContext requestContext) {
      URI base =
          configured.orElseGet(
              () -> URI.create(origins.own(requestContext.context().request()) + "/"));
      return base.resolve(ManageRoutes.ROOT + CALLBACK);
    }
  }

  public OidcRoutes(
      OidcService oidc,
      SignInResponder responder,
      SignInAttempts attempts,
      SessionCookies cookies,
      BaseAddress baseAddress) {
    this.oidc = oidc;
    this.responder = responder;
    this.attempts = attempts;
    this.cookies = cookies;
    this.baseAddress = baseAddress;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/oidc/start", RequiredAccess.OPEN, this::start);
    routes.add(HttpMethod.GET, CALLBACK, RequiredAccess.OPEN, this::callback);
  }

  private void start(RequestContext requestContext) {
    oidc.requireProvider();
    Optional<Permit> permit = permit(requestContext);
    if (permit.isEmpty()) {
      return;
    }
    OidcState state = oidc.newState(requestContext.query("to"));
    DeferredResponse.of(
        oidc.authorizationUri(state, baseAddress.callback(requestContext)),
        address -> {
          permit.get().refund();
          String cookie = oidc.encode(state);
          cookies.set(requestContext.context(), COOKIE, cookie, OidcState.LIFETIME);
          redirect(requestContext, address.toString());
        },
        failure -> fail(requestContext, failure));
  }

  private void callback(RequestContext requestContext) {
    oidc.requireProvider();
    String cookie = Cookies.valueOf(requestContext.context(), COOKIE);
    OidcState state = oidc.decode(cookie, requestContext.query("state")).orElse(null);
    cookies.remove(requestContext.context(), COOKIE);
    String code = requestContext.query("code");
    if (state == null || code == null) {
      fail(
          requestContext,
          new OidcFailure(OidcFailure.Reason.REFUSED, "callback of no pending sign-in"));
      return;
    }
    Optional<Permit> permit = permit(requestContext);
    if (permit.isEmpty()) {
      return;
    }
    DeferredResponse.of(
        oidc.account(code, state, baseAddress.callback(requestContext)),
        account -> {
          permit.get().refund();
          responder.signIn(requestContext.context(), account, SignInMethod.OIDC);
          redirect(requestContext, state.target());
        },
        failure -> fail(requestContext, failure));
  }

  /** Acquires a permit to ask the provider, or redirects to the sign-in page. */
  private Optional<Permit> permit(RequestContext requestContext) {
    try {
      return Optional.of(
          attempts.acquireForCode(responder.clientOf(requestContext), SignInMethod.OIDC));
    } catch (ProblemException throttled) { // A browser shows this answer as a page.
      String wait = throttled.retryAfterSeconds().map(seconds -> "&retry=" + seconds).orElse("");
      redirect(requestContext, failed(OidcFailure.Reason.THROTTLED) + wait);
      return Optional.empty();
    }
  }

  private void fail(RequestContext requestContext, Throwable failure) {
    if (!(failure instanceof OidcFailure oidcFailure)) {
      requestContext.context().fail(failure);
      return;
    }
    LOG.atWarn()
        .addKeyValue(LogKeys.REASON, oidcFailure.reason().label())
        .addKeyValue(LogKeys.ERROR, oidcFailure.getMessage())
        .log("OpenID Connect sign-in failed");
    attempts.countRefused(SignInMethod.OIDC);
    redirect(requestContext, failed(oidcFailure.reason()));
  }

  private static String failed(OidcFailure.Reason reason) {
    return "/dashboard/sign-in?oidc=" + reason.label();
  }

  private static void redirect(RequestContext requestContext, String to) {
    requestContext
        .context()
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, to)
        .end();
  }
}
