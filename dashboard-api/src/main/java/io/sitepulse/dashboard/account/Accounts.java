package io.sitepulse.dashboard.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.Callers;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.web.Origins;
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
  private final AccountBook book;
  private final FirstAccount first;
  private final SetupCodes setups;
  private final SignedIn signedIn;
  private final List<ManageFeature> features;
  private final Clock clock;

  /**
   * Assembles it.
   *
   * @param origins where requests come from, by the proxies that are believed
   */
  public Accounts(
      Vertx vertx,
      AccountConfig config,
      ManageSources sources,
      ClientAddress clients,
      Origins origins,
      Answers answers,
      MeterRegistry registry,
      Clock clock) {
    Secret secret = config.effectiveSecret();
    Table<Account> table = sources.accounts();
    Definitions definitions = sources.definitions();
    this.clock = clock;
    this.pool = new BlockingPool(vertx, "hash", HASHING, registry);
    this.waiting = new BlockingPool(vertx, "oidc", WAITING, registry);
    this.address = config.address();
    this.fingerprint = secret.fingerprint();
    this.book = new AccountBook(table, definitions);
    var passwords = new Passwords(pool);
    this.first = new FirstAccount(book, passwords, clock);
    this.setups = new SetupCodes(secret);
    var sessions = new Sessions(secret, config.idle(), config.life());
    var cookies = new SessionCookies(origins);
    var pages = new OwnPages(secret, origins);
    var keys = new ApiKeys(table);
    this.signedIn = new SignedIn(table, sessions, cookies, pages, keys, clock);
    var devices = new Devices(secret);
    var attempts = new Attempts(clock);
    var metrics = new MeterAccountMetrics(registry);
    var door =
        new Door(
            new Door.Parts(book, definitions, sessions, signedIn, cookies, pages, devices, metrics),
            clock);
    var invitations = new InvitationCodes(table, secret);
    var links = new LinkFeature.Links(first, setups, invitations);
    var rules = new AccountRules(book, sources.sites(), sources.groups());
    this.features =
        List.of(
            new SignInFeature(
                book, config.oidc().map(oidc -> new SignInFeature.Provider(oidc.name()))),
            new SessionFeature(book, passwords, door, pages, devices, attempts, clients),
            new LinkFeature(links, passwords, door, pages, attempts, clients, clock),
            new TokenFeature(book, keys, answers, clock),
            new OidcFeature(
                config.oidc().map(oidc -> new OidcProvider(oidc, clock)),
                waiting,
                book,
                door,
                cookies,
                new OidcFeature.Addresses(config.address(), origins),
                secret,
                clock),
            new AccountFeature(book, rules, definitions, invitations, door, answers, clock));
  }

  /** Tells who asks. */
  public Callers callers() {
    return signedIn;
  }

  /** The routes. */
  public List<ManageFeature> features() {
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
