package io.sitepulse.dashboard.auth;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountRules;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.MicrometerAccountMetrics;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.admin.AccountAdminService;
import io.sitepulse.dashboard.auth.admin.AccountRoutes;
import io.sitepulse.dashboard.auth.admin.TokenRoutes;
import io.sitepulse.dashboard.auth.factor.SecondFactorService;
import io.sitepulse.dashboard.auth.invitation.FirstAccountService;
import io.sitepulse.dashboard.auth.invitation.InvitationCodes;
import io.sitepulse.dashboard.auth.invitation.InvitationRoutes;
import io.sitepulse.dashboard.auth.invitation.InvitationService;
import io.sitepulse.dashboard.auth.invitation.SetupCodes;
import io.sitepulse.dashboard.auth.oidc.OidcConfig;
import io.sitepulse.dashboard.auth.oidc.OidcProvider;
import io.sitepulse.dashboard.auth.oidc.OidcRoutes;
import io.sitepulse.dashboard.auth.oidc.OidcService;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.auth.session.DeviceCookies;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter;
import io.sitepulse.dashboard.auth.session.PasswordService;
import io.sitepulse.dashboard.auth.session.SecondFactorRoutes;
import io.sitepulse.dashboard.auth.session.SessionAuthenticator;
import io.sitepulse.dashboard.auth.session.SessionCookies;
import io.sitepulse.dashboard.auth.session.SessionRoutes;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.auth.session.SessionTokenCodec;
import io.sitepulse.dashboard.auth.session.SignInAttempts;
import io.sitepulse.dashboard.auth.session.SignInResponder;
import io.sitepulse.dashboard.auth.session.SignInRoutes;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.Authenticator;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Assembles accounts and sign-in: the authenticator, the routes and the setup link. */
public final class Accounts implements AutoCloseable {
  private static final int KNOWN_HASH_THREADS = 1;
  private static final int HASH_THREADS = 2;

  /** A hash takes about 50 ms, so the last of the queue waits for about a second. */
  private static final int HASH_QUEUE = 40;

  private static final int OIDC_THREADS = 4;

  private final AccountConfig config;
  private final Http http;
  private final Clock clock;
  private final Secret secret;
  private final BlockingPool knownHashPool;
  private final BlockingPool hashPool;
  private final BlockingPool oidcPool;
  private final AccountService accounts;
  private final Passwords passwords;
  private final FirstAccountService firstAccount;
  private final CsrfGuard csrfGuard;
  private final SecondFactorService secondFactors;
  private final ApiTokenService apiTokens;
  private final SessionAuthenticator authenticator;
  private final List<RouteProvider> routes;

  /**
   * The parts of the HTTP server that sign-in depends on.
   *
   * @param clientAddress resolves the IP address of a client behind trusted proxies
   */
  public record Http(
      ClientAddress clientAddress, OriginPolicy originPolicy, ExportResponder exportResponder) {}

  public Accounts(
      Vertx vertx,
      AccountConfig config,
      ManageSources sources,
      Http http,
      MeterRegistry registry,
      Clock clock) {
    this.config = config;
    this.http = http;
    this.clock = clock;
    this.secret = config.effectiveSecret();
    this.knownHashPool = new BlockingPool(vertx, "hash-known", KNOWN_HASH_THREADS, registry);
    this.hashPool = new BlockingPool(vertx, "hash", HASH_THREADS, HASH_QUEUE, registry);
    this.oidcPool = new BlockingPool(vertx, "oidc", OIDC_THREADS, registry);
    this.accounts = new AccountService(sources.accounts(), sources.definitions());
    this.passwords = new Passwords(knownHashPool, hashPool, config.passwordsEnabled());
    this.firstAccount = new FirstAccountService(accounts, passwords, new SetupCodes(secret), clock);
    this.csrfGuard = new CsrfGuard(secret, http.originPolicy());
    this.apiTokens = new ApiTokenService(accounts, clock);
    var sessions =
        new SessionTokenCodec(
            secret,
            config.idle(),
            config.life(),
            config.oidc().map(OidcConfig::sessionLife).orElse(OidcConfig.SESSION_LIFE));
    var devices = new DeviceCookies(secret);
    var cookies = new SessionCookies(http.originPolicy(), sessions, devices);
    var metrics = new MicrometerAccountMetrics(registry);
    var sessionService =
        new SessionService(accounts, sources.definitions(), sessions, metrics, clock);
    this.secondFactors =
        new SecondFactorService(
            accounts, secret, config.secondFactorRequired() && config.passwordsEnabled(), clock);
    this.authenticator =
        new SessionAuthenticator(
            accounts, cookies, csrfGuard, apiTokens, sessionService, secondFactors);
    this.routes =
        routes(
            sources,
            cookies,
            new SignInAttempts(new LoginRateLimiter(clock), devices, metrics),
            sessionService);
  }

  private List<RouteProvider> routes(
      ManageSources sources,
      SessionCookies cookies,
      SignInAttempts attempts,
      SessionService sessionService) {
    var responder =
        new SignInResponder(
            sessionService, cookies, csrfGuard, http.clientAddress(), secondFactors);
    var passwordService =
        new PasswordService(accounts, passwords, sessionService, attempts, secondFactors);
    var invitationCodes = new InvitationCodes(accounts, secret);
    var invitations =
        new InvitationService(
            firstAccount, invitationCodes, passwords, sessionService, attempts, clock);
    var rules = new AccountRules(accounts, sources.sites(), sources.groups());
    var accountAdmin = new AccountAdminService(accounts, rules, invitationCodes, passwords, clock);
    var oidcProvider = config.oidc().map(oidc -> new OidcProvider(oidc, clock));
    var oidc = new OidcService(oidcProvider, oidcPool, accounts, secret, clock);
    return List.of(
        new SignInRoutes(
            accounts,
            config.passwordsEnabled(),
            config.oidc().map(one -> new SignInRoutes.SignInProvider(one.name()))),
        new SessionRoutes(passwordService, sessionService, responder),
        new SecondFactorRoutes(secondFactors, passwordService, responder),
        new InvitationRoutes(invitations, responder),
        new TokenRoutes(apiTokens, http.exportResponder()),
        new OidcRoutes(
            oidc,
            responder,
            attempts,
            cookies,
            new OidcRoutes.BaseAddress(config.address(), http.originPolicy())),
        new AccountRoutes(
            accountAdmin, secondFactors, apiTokens, sessionService, http.exportResponder()));
  }

  public Authenticator authenticator() {
    return authenticator;
  }

  public List<RouteProvider> routes() {
    return routes;
  }

  /**
   * Returns the link that creates the first administrator while there is no account. It is valid
   * for 24 hours on every instance with the same secret. Call once the accounts have been read.
   *
   * @param here address of this process, used unless another one is configured
   */
  public Optional<URI> setupLink(URI here) {
    return firstAccount
        .issueCode()
        .map(code -> config.address().orElse(here).resolve("/dashboard/setup#" + code));
  }

  /**
   * Creates the first administrator without a browser, for a demo or an automated setup. Call once
   * the accounts have been read.
   *
   * @return the account. Fails with a problem if there is an account already, or if the password is
   *     shorter than 12 characters or easy to guess.
   */
  public Future<Account> createFirst(String login, String name, String password) {
    return Future.succeededFuture().compose(now -> firstAccount.create(login, name, password, ""));
  }

  /** Returns a digest of the session secret, to check that two processes have the same one. */
  public String fingerprint() {
    return secret.fingerprint();
  }

  @Override
  public void close() {
    knownHashPool.close();
    hashPool.close();
    oidcPool.close();
  }
}
