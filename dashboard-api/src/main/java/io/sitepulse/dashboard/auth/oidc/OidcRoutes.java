package io.sitepulse.dashboard.auth.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.SessionCookies;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in through a provider of identities (OpenID Connect, authorization code with PKCE).
 *
 * <pre>
 * oidc/start ─▶ cookie: state, nonce, verifier ─▶ provider ─▶ oidc/callback?code&amp;state
 *    state = cookie's? ─▶ code for ID token ─▶ issuer, audience, nonce, end, signature
 *    ─▶ account tied to issuer|sub, else account whose login the token names, tied from now on
 * </pre>
 *
 * Nobody registers themselves: an administrator has made the account. Whatever goes wrong ends on
 * the sign-in page, {@code ?oidc=away|refused|unknown}.
 */
public final class OidcRoutes implements RouteProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
  private static final String CALLBACK = "/oidc/callback";

  private final Optional<OidcProvider> provider;
  private final BlockingPool pool;
  private final AccountService book;
  private final SessionService sessionService;
  private final SessionCookies cookies;
  private final Addresses addresses;
  private final Secret key;
  private final Clock clock;

  /** Where browsers find us: as it was configured, else as they asked for it. */
  public record Addresses(Optional<URI> configured, OriginPolicy origins) {
    URI callback(RequestContext requestContext) {
      URI base =
          configured.orElseGet(
              () -> URI.create(origins.own(requestContext.context().request()) + "/"));
      return base.resolve(ManageRoutes.ROOT + CALLBACK);
    }
  }

  public OidcRoutes(
      Optional<OidcProvider> provider,
      BlockingPool pool,
      AccountService book,
      SessionService sessionService,
      SessionCookies cookies,
      Addresses addresses,
      Secret secret,
      Clock clock) {
    this.provider = provider;
    this.pool = pool;
    this.book = book;
    this.sessionService = sessionService;
    this.cookies = cookies;
    this.addresses = addresses;
    this.key = secret.forPurpose("sitepulse oidc");
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/oidc/start", RequiredAccess.OPEN, this::start);
    routes.add(HttpMethod.GET, CALLBACK, RequiredAccess.OPEN, this::callback);
  }

  private void start(RequestContext requestContext) {
    OidcProvider there = configured();
    var pending =
        new OidcState(
            new State().getValue(),
            new Nonce().getValue(),
            new CodeVerifier().getValue(),
            clock.instant().plus(OidcState.LIFE),
            OidcState.safe(requestContext.query("to")));
    URI callback = addresses.callback(requestContext);
    DeferredResponse.of(
        pool.run(() -> there.addressFor(pending, callback)),
        address -> {
          cookies.give(
              requestContext.context(), SessionCookies.OIDC, pending.sealed(key), OidcState.LIFE);
          redirect(requestContext, address.toString());
        },
        failure -> back(requestContext, failure));
  }

  private void callback(RequestContext requestContext) {
    OidcProvider there = configured();
    var pending =
        OidcState.open(
                Cookies.valueOf(requestContext.context(), SessionCookies.OIDC),
                key,
                clock.instant())
            .orElse(null);
    cookies.take(requestContext.context(), SessionCookies.OIDC);
    String code = requestContext.query("code");
    if (pending == null || code == null || !isState(requestContext.query("state"), pending)) {
      back(
          requestContext,
          new OidcFailure(OidcFailure.Reason.REFUSED, "not the answer to what was asked"));
      return;
    }
    URI callback = addresses.callback(requestContext);
    DeferredResponse.of(
        pool.run(() -> there.person(code, pending, callback)).compose(this::account),
        account -> {
          sessionService.enter(requestContext.context(), account, SignInMethod.OIDC);
          redirect(requestContext, pending.to());
        },
        failure -> back(requestContext, failure));
  }

  /** The account tied to somebody, or one made for them that is tied to nobody yet. */
  private Future<Account> account(OidcProvider.Person person) {
    Account tied = bySubject(person.subject());
    Account account =
        tied != null ? tied : person.login().flatMap(book::byLogin).orElseThrow(this::unknown);
    if (account.disabled() || (tied == null && account.subject() != null)) {
      throw unknown();
    }
    return tied != null ? Future.succeededFuture(tied) : tie(account, person.subject());
  }

  private Future<Account> tie(Account account, String subject) {
    return book.change(
        account.id(),
        AccountService.author(account),
        "account.tie",
        draft -> {
          if (draft.subject != null || draft.disabled || bySubject(subject) != null) {
            throw unknown();
          }
          draft.subject = subject;
        });
  }

  private @Nullable Account bySubject(String subject) {
    return book.table().all().stream()
        .filter(account -> subject.equals(account.subject()))
        .findFirst()
        .orElse(null);
  }

  private OidcFailure unknown() {
    return new OidcFailure(OidcFailure.Reason.UNKNOWN, "no account");
  }

  private OidcProvider configured() {
    return provider.orElseThrow(
        () -> Problem.notFound("No provider of identities is configured.").asException());
  }

  private void back(RequestContext requestContext, Throwable failure) {
    if (!(failure instanceof OidcFailure known)) {
      requestContext.context().fail(failure);
      return;
    }
    LOG.atWarn()
        .addKeyValue("reason", known.reason().label())
        .addKeyValue("detail", known.getMessage())
        .log("not signed in by the provider");
    sessionService.count(SignInMethod.OIDC);
    redirect(requestContext, "/dashboard/sign-in?oidc=" + known.reason().label());
  }

  private static boolean isState(@Nullable String sent, OidcState pending) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            pending.state().getBytes(StandardCharsets.UTF_8));
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
