package io.sitepulse.dashboard.account;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.contract.http.HttpConfig;
import io.sitepulse.contract.http.HttpPort;
import io.sitepulse.contract.http.Metrics;
import io.sitepulse.contract.http.ProblemHandler;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.FakeDefinitions;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.TestClock;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Management;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.web.Origins;
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
final class AccountTester implements AutoCloseable {
  static final String PASSWORD = "một mật khẩu dài";
  static final AccountConfig CONFIG =
      new AccountConfig(
          Optional.of(new Secret("a secret of this test")),
          Path.of("unused"),
          Duration.ofHours(12),
          Duration.ofDays(7),
          Optional.empty(),
          Optional.empty());

  final FakeTable<Account> accounts = new FakeTable<>();
  final FakeTable<Site> sites = new FakeTable<>();
  final FakeTable<Group> groups = new FakeTable<>();
  final FakeDefinitions definitions = new FakeDefinitions().into(Topics.ACCOUNTS, accounts);
  final TestClock clock = new TestClock(Instant.now());
  final PrometheusMeterRegistry registry = Metrics.prometheus();
  final Instance first;

  private final List<Instance> all = new ArrayList<>();

  /** One of them. */
  final class Instance {
    final Accounts accounts;
    final String origin;
    // Its own: servers of one Vertx that ask for any port would share one.
    private final Vertx vertx = Vertx.vertx();
    private final HttpPort port;

    private Instance(AccountConfig config) {
      var clients = new ClientAddress(List.of("127.0.0.0/8"));
      accounts =
          new Accounts(
              vertx,
              config,
              sources(),
              clients,
              new Origins(clients),
              new Answers(new BlockingPool(vertx, "files", 1, registry)),
              registry,
              clock);
      Router router = Router.router(vertx);
      new Management(accounts.callers(), accounts.features()).mount(router);
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

  static AccountTester start() {
    return start(CONFIG);
  }

  static AccountTester start(AccountConfig config) {
    return new AccountTester(config);
  }

  /** Another instance with the same accounts. */
  Instance another() {
    return another(CONFIG);
  }

  Instance another(AccountConfig config) {
    var instance = new Instance(config);
    all.add(instance);
    return instance;
  }

  /** Makes the first administrator, {@code quantri}. */
  AccountTester withAdministrator() {
    first.accounts.createFirst("quantri", "Quản trị", PASSWORD).await();
    return this;
  }

  /** Somebody with a password. */
  void account(String login, Grant... grants) {
    var made = AccountDraft.of(AccountDraft.fresh(login, login, "Bà " + login, clock.instant()));
    made.password = hash();
    made.grants = List.of(grants);
    accounts.put(login, made.made());
  }

  Browser browser() {
    return new Browser(first.origin);
  }

  /** Somebody who has just signed in. */
  Browser signedIn(String login) throws Exception {
    var browser = browser();
    var answer = browser.signIn(login, PASSWORD);
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
    return browser;
  }

  /** How often something was counted. */
  double counted(Way way, String result) {
    return registry
        .get("sitepulse.sign.ins")
        .tags("way", way.label(), "result", result)
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

  /** The hash of {@link #PASSWORD}; it is the first administrator's. */
  private String hash() {
    return Objects.requireNonNull(accounts.get("first").orElseThrow().password());
  }

  private ManageSources sources() {
    Jdbi away =
        Jdbi.create(
            () -> {
              throw new SQLException("away");
            });
    return new ManageSources(
        sites,
        groups,
        new FakeTable<>(),
        new FakeTable<>(),
        new FakeTable<>(),
        new FakeTable<>(),
        accounts,
        definitions,
        away);
  }
}
