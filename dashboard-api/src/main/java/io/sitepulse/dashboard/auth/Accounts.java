package io.sitepulse.dashboard.auth;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountRules;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.MicrometerAccountMetrics;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.admin.AccountRoutes;
import io.sitepulse.dashboard.auth.admin.TokenRoutes;
import io.sitepulse.dashboard.auth.invitation.FirstAccount;
import io.sitepulse.dashboard.auth.invitation.InvitationCodes;
import io.sitepulse.dashboard.auth.invitation.InvitationRoutes;
import io.sitepulse.dashboard.auth.invitation.SetupCodes;
import io.sitepulse.dashboard.auth.oidc.OidcProvider;
import io.sitepulse.dashboard.auth.oidc.OidcRoutes;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.auth.session.DeviceCookies;
import io.sitepulse.dashboard.auth.session.LoginRateLimiter;
import io.sitepulse.dashboard.auth.session.SessionAuthenticator;
import io.sitepulse.dashboard.auth.session.SessionCookies;
import io.sitepulse.dashboard.auth.session.SessionRoutes;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.auth.session.SessionTokenCodec;
import io.sitepulse.dashboard.auth.session.SignInRoutes;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.Authenticator;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All of signing in: who asks, the routes, and what a process does with accounts by itself. */
public final class Accounts implements AutoCloseable {
  private static final int HASHING = 2;
  private static final int WAITING = 4;

  private final BlockingPool pool;
  private final BlockingPool waiting;
  private final Optional<URI> address;
  private final String fingerprint;
  private final AccountService book;
  private final FirstAccount first;
  private final SetupCodes setups;
  private final SessionAuthenticator sessionAuthenticator;
  private final List<RouteProvider> features;
  private final Clock clock;

  /**
   * Assembles it.
   *
   * @param originPolicy where requests come from, by the proxies that are believed
   */
  public Accounts(
      Vertx vertx,
      AccountConfig config,
      ManageSources sources,
      ClientAddress clients,
      OriginPolicy originPolicy,
      ExportResponder exportResponder,
      MeterRegistry registry,
      Clock clock) {
    Secret secret = config.effectiveSecret();
    TopicTable<Account> topicTable = sources.accounts();
    Definitions definitions = sources.definitions();
    this.clock = clock;
    this.pool = new BlockingPool(vertx, "hash", HASHING, registry);
    this.waiting = new BlockingPool(vertx, "oidc", WAITING, registry);
    this.address = config.address();
    this.fingerprint = secret.fingerprint();
    this.book = new AccountService(topicTable, definitions);
    var passwords = new Passwords(pool);
    this.first = new FirstAccount(book, passwords, clock);
    this.setups = new SetupCodes(secret);
    var sessions = new SessionTokenCodec(secret, config.idle(), config.life());
    var cookies = new SessionCookies(originPolicy);
    var pages = new CsrfGuard(secret, originPolicy);
    var keys = new ApiTokenService(topicTable);
    this.sessionAuthenticator =
        new SessionAuthenticator(topicTable, sessions, cookies, pages, keys, clock);
    var devices = new DeviceCookies(secret);
    var attempts = new LoginRateLimiter(clock);
    var metrics = new MicrometerAccountMetrics(registry);
    var door =
        new SessionService(
            new SessionService.Parts(
                book,
                definitions,
                sessions,
                sessionAuthenticator,
                cookies,
                pages,
                devices,
                metrics),
            clock);
    var invitations = new InvitationCodes(topicTable, secret);
    var links = new InvitationRoutes.Links(first, setups, invitations);
    var rules = new AccountRules(book, sources.sites(), sources.groups());
    this.features =
        List.of(
            new SignInRoutes(
                book, config.oidc().map(oidc -> new SignInRoutes.Provider(oidc.name()))),
            new SessionRoutes(book, passwords, door, pages, devices, attempts, clients),
            new InvitationRoutes(links, passwords, door, pages, attempts, clients, clock),
            new TokenRoutes(book, keys, exportResponder, clock),
            new OidcRoutes(
                config.oidc().map(oidc -> new OidcProvider(oidc, clock)),
                waiting,
                book,
                door,
                cookies,
                new OidcRoutes.Addresses(config.address(), originPolicy),
                secret,
                clock),
            new AccountRoutes(book, rules, definitions, invitations, door, exportResponder, clock));
  }

  /** Tells who asks. */
  public Authenticator callers() {
    return sessionAuthenticator;
  }

  /** The routes. */
  public List<RouteProvider> features() {
    return features;
  }

  /**
   * The link that makes the first administrator, while there is no account; good for 24 hours, at
   * every instance that has the same secret. To be asked once the accounts have been read.
   *
   * @param here where people find this process, unless a setting says another address
   */
  public Optional<URI> setupLink(URI here) {
    return book.isEmpty()
        ? Optional.of(
            address.orElse(here).resolve("/dashboard/setup#" + setups.make(clock.instant())))
        : Optional.empty();
  }

  /**
   * Makes the first administrator without a browser: for a demo, or a machine that sets itself up.
   * To be called once the accounts have been read.
   *
   * @return the account; fails with a problem if there is one already, or if the password is
   *     shorter than 12 characters
   */
  public Future<Account> createFirst(String login, String name, String password) {
    return Future.succeededFuture().compose(now -> first.make(login, name, password));
  }

  /** Of the secret that sessions and links are signed with; tells whether somebody else has it. */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    pool.close();
    waiting.close();
  }
}
