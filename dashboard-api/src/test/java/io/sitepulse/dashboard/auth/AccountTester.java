package io.sitepulse.dashboard.auth;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.FakeDefinitions;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.TestClock;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Management;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.ProblemHandler;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Instances that share accounts, a clock and a secret, each on a port of its own. */
public final class AccountTester implements AutoCloseable {
  static final String PASSWORD = "một mật khẩu dài";
  public static final AccountConfig CONFIG =
      new AccountConfig(
          Optional.of(new Secret("a secret of this test")),
          Path.of("unused"),
          Duration.ofHours(12),
          Duration.ofDays(7),
          Optional.empty(),
          Optional.empty(),
          false);

  public final FakeTable<Account> accounts = new FakeTable<>();
  final FakeTable<Site> sites = new FakeTable<>();
  final FakeTable<Group> groups = new FakeTable<>();
  public final FakeDefinitions definitions = new FakeDefinitions().into(Topics.ACCOUNTS, accounts);
  public final TestClock clock = new TestClock(Instant.now());
  final PrometheusMeterRegistry registry = Metrics.prometheus();
  public final Instance first;

  private final List<Instance> all = new ArrayList<>();

  /** An instance on its own port. */
  final class Instance {
    public final Accounts accounts;
    final String origin;
    // One Vertx each, because servers of one Vertx that ask for any port would share it.
    private final Vertx vertx = Vertx.vertx();
    private final HttpPort port;

    private Instance(AccountConfig config) {
      var clients = new ClientAddress(List.of("127.0.0.0/8"));
      accounts =
          new Accounts(
              vertx,
              config,
              sources(),
              new Accounts.Http(
                  clients,
                  new OriginPolicy(clients),
                  new ExportResponder(new BlockingPool(vertx, "files", 1, registry))),
              registry,
              clock);
      Router router = Router.router(vertx);
      new Management(accounts.authenticator(), accounts.routes()).mount(router);
      ProblemHandler.install(router);
      port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
      port.open(router).await();
      origin = "http://127.0.0.1:" + port.number();
    }

    String setupCode() {
      return accounts.setupLink(URI.create(origin)).orElseThrow().getFragment();
    }
  }

  private AccountTester(AccountConfig config) {
    sites.put("demo", Samples.site("demo"));
    first = another(config);
  }

  public static AccountTester start() {
    return start(CONFIG);
  }

  public static AccountTester start(AccountConfig config) {
    return new AccountTester(config);
  }

  /** Starts another instance with the same accounts. */
  public Instance another() {
    return another(CONFIG);
  }

  public Instance another(AccountConfig config) {
    var instance = new Instance(config);
    all.add(instance);
    return instance;
  }

  /** Creates the first administrator, {@code quantri}. */
  public AccountTester withAdministrator() {
    first.accounts.createFirst("quantri", "Quản trị", PASSWORD).await();
    return this;
  }

  /** Adds an account that has the password {@link #PASSWORD}. */
  public void account(String login, Grant... grants) {
    var draft =
        AccountDraft.of(AccountDraft.newAccount(login, login, "Bà " + login, clock.instant()));
    draft.password = hash();
    draft.grants = List.of(grants);
    accounts.put(login, draft.toAccount());
  }

  public Browser browser() {
    return new Browser(first.origin);
  }

  /** Returns a browser that has signed in. */
  public Browser signedIn(String login) throws Exception {
    var browser = browser();
    var answer = browser.signIn(login, PASSWORD);
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
    return browser;
  }

  /** Returns the number of counted attempts. */
  public double counted(SignInMethod signInMethod, String result) {
    return registry
        .get("sitepulse.sign.ins")
        .tags("way", signInMethod.label(), "result", result)
        .counter()
        .count();
  }

  @Override
  public void close() {
    all.forEach(
        instance -> {
          instance.port.shutdown(Duration.ZERO).await();
          instance.accounts.close();
          instance.vertx.close().await();
        });
  }

  /** Returns the hash of {@link #PASSWORD}, taken from the first administrator. */
  private String hash() {
    return Objects.requireNonNull(accounts.get("first").orElseThrow().password());
  }

  private ManageSources sources() {
    Jdbi unavailable =
        Jdbi.create(
            () -> {
              throw new SQLException("unavailable");
            });
    return new ManageSources(
        new ManageSources.Tables(
            sites,
            groups,
            new FakeTable<>(),
            new ManageSources.Counted(new FakeTable<>(), new FakeTable<>()),
            new FakeTable<>(),
            new FakeTable<>(),
            accounts,
            new FakeTable<>()),
        definitions,
        unavailable);
  }
}
