package io.sitepulse.dashboard.account;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.http.Ending;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.web.Cookies;
import io.sitepulse.dashboard.web.Origins;
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
final class OidcFeature implements ManageFeature {
  private static final Logger LOG = LoggerFactory.getLogger(OidcFeature.class);
  private static final String CALLBACK = "/oidc/callback";

  private final Optional<OidcProvider> provider;
  private final BlockingPool pool;
  private final AccountBook book;
  private final Door door;
  private final SessionCookies cookies;
  private final Addresses addresses;
  private final Secret key;
  private final Clock clock;

  /** Where browsers find us: as it was configured, else as they asked for it. */
  record Addresses(Optional<URI> configured, Origins origins) {
    URI callback(Call call) {
      URI base =
          configured.orElseGet(() -> URI.create(origins.own(call.context().request()) + "/"));
      return base.resolve(ManageRoutes.ROOT + CALLBACK);
    }
  }

  OidcFeature(
      Optional<OidcProvider> provider,
      BlockingPool pool,
      AccountBook book,
      Door door,
      SessionCookies cookies,
      Addresses addresses,
      Secret secret,
      Clock clock) {
    this.provider = provider;
    this.pool = pool;
    this.book = book;
    this.door = door;
    this.cookies = cookies;
    this.addresses = addresses;
    this.key = secret.forPurpose("sitepulse oidc");
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/oidc/start", Right.OPEN, this::start);
    routes.add(HttpMethod.GET, CALLBACK, Right.OPEN, this::callback);
  }

  private void start(Call call) {
    OidcProvider there = configured();
    var pending =
        new OidcPending(
            new State().getValue(),
            new Nonce().getValue(),
            new CodeVerifier().getValue(),
            clock.instant().plus(OidcPending.LIFE),
            OidcPending.safe(call.query("to")));
    URI callback = addresses.callback(call);
    Ending.of(
        pool.run(() -> there.addressFor(pending, callback)),
        address -> {
          cookies.give(call.context(), SessionCookies.OIDC, pending.sealed(key), OidcPending.LIFE);
          redirect(call, address.toString());
        },
        failure -> back(call, failure));
  }

  private void callback(Call call) {
    OidcProvider there = configured();
    var pending =
        OidcPending.open(Cookies.valueOf(call.context(), SessionCookies.OIDC), key, clock.instant())
            .orElse(null);
    cookies.take(call.context(), SessionCookies.OIDC);
    String code = call.query("code");
    if (pending == null || code == null || !isState(call.query("state"), pending)) {
      back(call, new OidcFailure(OidcFailure.Reason.REFUSED, "not the answer to what was asked"));
      return;
    }
    URI callback = addresses.callback(call);
    Ending.of(
        pool.run(() -> there.person(code, pending, callback)).compose(this::account),
        account -> {
          door.enter(call.context(), account, Way.OIDC);
          redirect(call, pending.to());
        },
        failure -> back(call, failure));
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
        AccountBook.author(account),
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

  private void back(Call call, Throwable failure) {
    if (!(failure instanceof OidcFailure known)) {
      call.context().fail(failure);
      return;
    }
    LOG.atWarn()
        .addKeyValue("reason", known.reason().label())
        .addKeyValue("detail", known.getMessage())
        .log("not signed in by the provider");
    door.count(Way.OIDC);
    redirect(call, "/dashboard/sign-in?oidc=" + known.reason().label());
  }

  private static boolean isState(@Nullable String sent, OidcPending pending) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            pending.state().getBytes(StandardCharsets.UTF_8));
  }

  private static void redirect(Call call, String to) {
    call.context().response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, to).end();
  }
}
