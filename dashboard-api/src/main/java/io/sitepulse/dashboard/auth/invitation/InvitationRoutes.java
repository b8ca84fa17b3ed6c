package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The two links by which people come to their first password: the one that the first start prints,
 * and the one an administrator hands out.
 */
public final class InvitationRoutes implements RouteProvider {
  private final FirstAccount first;
  private final SetupCodes setups;
  private final InvitationCodes invitations;
  private final Passwords passwords;
  private final SessionService sessionService;
  private final CsrfGuard pages;
  private final LoginRateLimiter loginRateLimiter;
  private final ClientAddress clients;
  private final Clock clock;

  /** The links and what stands behind them. */
  public record Links(FirstAccount first, SetupCodes setups, InvitationCodes invitations) {}

  public InvitationRoutes(
      Links links,
      Passwords passwords,
      SessionService sessionService,
      CsrfGuard pages,
      LoginRateLimiter loginRateLimiter,
      ClientAddress clients,
      Clock clock) {
    this.first = links.first();
    this.setups = links.setups();
    this.invitations = links.invitations();
    this.passwords = passwords;
    this.sessionService = sessionService;
    this.pages = pages;
    this.loginRateLimiter = loginRateLimiter;
    this.clients = clients;
    this.clock = clock;
  }

  /** The body of making the first administrator. */
  public record Setup(
      @Nullable String code,
      @Nullable String login,
      @Nullable String name,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Setup of " + login;
    }
  }

  /** The body of choosing a password. */
  public record Invitation(@Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.POST, "/setup", RequiredAccess.OPEN, this::setUp);
    routes.add(HttpMethod.POST, "/invitation", RequiredAccess.OPEN, this::accept);
  }

  private void setUp(RequestContext requestContext) {
    var taken = attempt(requestContext, SignInMethod.SETUP);
    var body = requestContext.body(Setup.class);
    if (!setups.isValid(body.code(), clock.instant())) {
      sessionService.refuse(requestContext, SignInMethod.SETUP, DeadLink.problem());
      return;
    }
    taken.giveBack();
    open(
        requestContext,
        201,
        first.make(body.login(), body.name(), body.password()),
        SignInMethod.SETUP);
  }

  private void accept(RequestContext requestContext) {
    var taken = attempt(requestContext, SignInMethod.INVITATION);
    var body = requestContext.body(Invitation.class);
    Account account = invitations.accountOf(body.code(), clock.instant()).orElse(null);
    if (account == null) {
      sessionService.refuse(requestContext, SignInMethod.INVITATION, DeadLink.problem());
      return;
    }
    taken.giveBack();
    var changed =
        passwords
            .hash("password", body.password())
            .compose(hash -> sessionService.setPassword(account, hash, "account.invitation"));
    open(requestContext, 200, changed, SignInMethod.INVITATION);
  }

  private LoginRateLimiter.Taken attempt(RequestContext requestContext, SignInMethod signInMethod) {
    pages.requireOpen(requestContext.context().request());
    String client = clients.of(requestContext.context().request());
    return sessionService.attempt(
        requestContext, signInMethod, () -> loginRateLimiter.atCode(client));
  }

  private void open(
      RequestContext requestContext,
      int status,
      Future<Account> account,
      SignInMethod signInMethod) {
    requestContext.after(
        account,
        made -> {
          sessionService.remember(requestContext, made.login());
          sessionService.open(requestContext, status, made, signInMethod);
        });
  }
}
