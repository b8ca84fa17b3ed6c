package io.sitepulse.local;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.local.instance.RunningInstance;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.local.kafka.EmbeddedKafka;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All of sitepulse on this machine, on one port: embedded Kafka, embedded ClickHouse (a child
 * process), ingest, streams with its sink, and dashboard-api.
 *
 * <p>For the command, and for system tests:
 *
 * <pre>
 * try (var pulse = Sitepulse.start(SitepulseOptions.in(folder))) {
 *   … pulse.url() …
 * }
 * </pre>
 */
public final class Sitepulse implements AutoCloseable {
  private final Components parts;
  private final Running running;

  /** Addresses and handles of the running instance. */
  record Running(
      Vertx vertx,
      URI url,
      Path data,
      EmbeddedKafka broker,
      EmbeddedClickHouseSupervisor clickHouse,
      Map<String, String> environment,
      Readiness readiness,
      Accounts accounts) {}

  Sitepulse(Components parts, Running running) {
    this.parts = parts;
    this.running = running;
  }

  /**
   * Starts everything and returns when all of it is ready.
   *
   * @throws StartException with a one-line message: a port in use, a second start, a full disk
   */
  public static Sitepulse start(SitepulseOptions options) throws InterruptedException {
    return start(options, StartProgress.QUIET);
  }

  /** Starts everything as {@link #start(SitepulseOptions)} does and reports each component. */
  public static Sitepulse start(SitepulseOptions options, StartProgress steps)
      throws InterruptedException {
    return new InstanceStarter(options, steps).start();
  }

  /** Returns the base URL for people and pages. */
  public URI url() {
    return running.url();
  }

  /** Returns the data folder. */
  public Path data() {
    return running.data();
  }

  /** The broker's connection settings. */
  public KafkaConfig kafka() {
    return running.broker().config();
  }

  /** Stops the broker until it is started again. Everything that needs it waits. */
  public void stopKafka() {
    running.broker().close();
  }

  /** Starts the broker again after {@link #stopKafka}, on the same port and with the same log. */
  public void restoreKafka() {
    running.broker().startAgain();
  }

  /** The ClickHouse server. */
  public EmbeddedClickHouse clickHouse() {
    return running.clickHouse().server();
  }

  /** The connection settings of the embedded Kafka. */
  public ClickHouseConfig clickHouseConfig() {
    return LocalSettings.clickHouse(clickHouse(), ClickHouseConfig.DEFAULT_CONNECTIONS);
  }

  /** Kills ClickHouse as {@code kill -9} does. It stays away until {@link #restoreClickHouse}. */
  public void killClickHouse() throws InterruptedException {
    running.clickHouse().keep(false);
    clickHouse().kill();
  }

  /** Starts ClickHouse again after {@link #killClickHouse}. */
  public void restoreClickHouse() {
    running.clickHouse().keep(true);
  }

  /** Settings for a module in another process that uses this Kafka and ClickHouse. */
  public Map<String, String> environment() {
    return running.environment();
  }

  /** Returns each dependency and if it answers. */
  public Map<String, Boolean> states() {
    return running.readiness().states();
  }

  /** Returns the link that creates the first administrator, while there is none. */
  public Optional<URI> setupLink() {
    return running.accounts().setupLink(url());
  }

  /**
   * Creates the first administrator without a browser.
   *
   * @param password at least 12 characters
   * @throws io.sitepulse.runtime.http.ProblemException if there is an account already
   */
  public void firstAdministrator(String login, String name, String password) {
    running.accounts().createFirst(login, name, password).await();
  }

  /** The Vert.x instance, for clients that share the event loops. */
  public Vertx vertx() {
    return running.vertx();
  }

  /** The entry under which other commands on this machine find the instance. */
  RunningInstance instance() {
    return instance(running);
  }

  static RunningInstance instance(Running running) {
    EmbeddedClickHouse clickHouse = running.clickHouse().server();
    return RunningInstance.ofThisProcess(
        running.url(),
        running.broker().config(),
        new RunningInstance.ClickHouseAddress(
            clickHouse.jdbcUrl(), clickHouse.user(), clickHouse.password()),
        running.data(),
        running.accounts().fingerprint());
  }

  /** Accepts no more requests, finishes the ones under way and closes every component. */
  @Override
  public void close() {
    parts.close();
  }
}
