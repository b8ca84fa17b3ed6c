package io.sitepulse.local;

import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.dashboard.Dashboard;
import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.ingest.Ingest;
import io.sitepulse.local.backup.RestoredFolder;
import io.sitepulse.local.instance.DataLock;
import io.sitepulse.local.instance.RunningInstances;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.local.kafka.EmbeddedKafka;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts an instance, as much as can be at the same time.
 *
 * <pre>
 * lock ─┬▶ clickhouse ─▶ tables ─┬─▶ dashboard ─┐
 *       │                        ├─▶ sink ──────┤
 *       └▶ kafka ──────▶ topics ─┼─▶ streams ───┼▶ port ─▶ all ready ─▶ registered
 *                                └─▶ ingest ────┘
 * </pre>
 */
final class InstanceStarter {
  private static final Logger LOG = LoggerFactory.getLogger(InstanceStarter.class);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 50;

  private final SitepulseOptions options;
  private final StartProgress steps;
  private final Components parts = new Components();
  private final Vertx vertx = Vertx.vertx();
  private final PrometheusMeterRegistry registry = Metrics.prometheus();
  private final Readiness readiness = new Readiness();

  InstanceStarter(SitepulseOptions options, StartProgress steps) {
    this.options = options;
    this.steps = steps;
  }

  Sitepulse start() throws InterruptedException {
    boolean started = false;
    parts.add(Component.THREADS, () -> vertx.close().await());
    try {
      Sitepulse pulse = startAll();
      started = true;
      return pulse;
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (Exception e) {
      throw new StartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  private Sitepulse startAll() throws Exception {
    LocalHttp.requireFree(options.host(), options.port());
    LocalSettings settings = LocalSettings.read(options);
    DataLock lock = parts.add(Component.LOCK, DataLock.take(options.data()));
    RestoredFolder.requireFinished(options.data());
    FreeSpace.require(options.data());
    new DiskSpaceMetrics(options.data().toFile()).bindTo(registry);
    CompletableFuture<EmbeddedClickHouseSupervisor> clickHouse =
        concurrently("clickhouse", this::clickHouse);
    EmbeddedKafka kafka = steps.timed("kafka", this::kafka);
    TopicSetup.createMissing(kafka.config());

    var shared = new Modules.Shared(vertx, registry, readiness, parts);
    var modules = new Modules(options, settings, kafka.config(), shared);
    Started started = start(modules, clickHouse);
    EmbeddedClickHouseSupervisor supervisor = clickHouse.get();
    LocalHttp http = open(started.requests());
    awaitReady();
    awaitSeed(started);
    var running = running(http, kafka, supervisor, started.dashboard().accounts());
    lock.say(running.url() + " (pid " + ProcessHandle.current().pid() + ")");
    parts.add(Component.REGISTRATION, register(running));
    return new Sitepulse(parts, running);
  }

  private record Started(Handler<HttpServerRequest> requests, Ingest ingest, Dashboard dashboard) {}

  private Started start(Modules modules, CompletableFuture<EmbeddedClickHouseSupervisor> clickHouse)
      throws Exception {
    var ingest = concurrently("ingest", modules::ingest);
    var streams = concurrently("streams", modules::streams);
    var dashboard = concurrently("dashboard", () -> modules.dashboard(clickHouse.get().server()));
    var sink = concurrently("sink", () -> modules.sink(clickHouse.get().server()));
    CompletableFuture.allOf(ingest, streams, dashboard, sink).get();
    return new Started(
        modules.requests(ingest.get(), dashboard.get()), ingest.get(), dashboard.get());
  }

  private Sitepulse.Running running(
      LocalHttp http,
      EmbeddedKafka kafka,
      EmbeddedClickHouseSupervisor clickHouse,
      Accounts accounts) {
    return new Sitepulse.Running(
        vertx,
        http.url(),
        options.data(),
        kafka,
        clickHouse,
        LocalSettings.environment(options, kafka.config(), clickHouse.server()),
        readiness,
        accounts);
  }

  /**
   * Starts ClickHouse and makes its tables while Kafka starts. On a machine that is too busy to do
   * so in time the sink makes them, which tries until it succeeds.
   */
  private EmbeddedClickHouseSupervisor clickHouse() throws InterruptedException {
    var clickHouse =
        parts.add(
            Component.CLICKHOUSE,
            EmbeddedClickHouseSupervisor.start(options.data().resolve("clickhouse")));
    try (var tables = new ClickHouse(LocalSettings.clickHouse(clickHouse.server(), 1))) {
      Migrations.apply(tables.jdbi());
    } catch (JdbiException e) {
      LOG.atInfo().addKeyValue(LogKeys.ERROR, e.toString()).log("the sink makes the tables");
    }
    return clickHouse;
  }

  private EmbeddedKafka kafka() {
    return parts.add(Component.KAFKA, EmbeddedKafka.start(options.data().resolve("kafka"), 0));
  }

  private LocalHttp open(Handler<HttpServerRequest> requests) {
    var config = new HttpConfig(options.host(), options.port(), ClientAddress.LOOPBACK);
    var http = new LocalHttp(vertx, config);
    http.open(requests).await();
    var closing = new HttpDrain(http);
    parts.add(Component.PORT, closing::begin);
    parts.add(Component.REQUESTS, closing::await);
    return http;
  }

  private void awaitReady() throws InterruptedException {
    await(
        () -> !readiness.states().containsValue(false),
        () -> "not ready after " + TIMEOUT.toSeconds() + " s: " + readiness.states());
  }

  /**
   * Waits until the sites of the seed are accepted. dashboard-api writes them, and ingest reads
   * them a moment later.
   */
  private void awaitSeed(Started started) throws InterruptedException {
    Set<String> sites = started.dashboard().seeded().await();
    await(
        () -> started.ingest().knows(sites),
        () -> "ingest has not read the sites of the seed after " + TIMEOUT.toSeconds() + " s");
  }

  private static void await(BooleanSupplier condition, Supplier<String> fault)
      throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new StartException(fault.get());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static RunningInstances.Registration register(Sitepulse.Running running)
      throws IOException {
    return RunningInstances.ofUser(System.getenv()).register(Sitepulse.instance(running));
  }

  private <T> CompletableFuture<T> concurrently(String name, Callable<T> start) {
    Executor thread = task -> new Thread(task, "start-" + name).start();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return steps.timed(name, start);
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        thread);
  }

  private static RuntimeException failed(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof RuntimeException known
        ? known
        : new StartException(String.valueOf(cause.getMessage()), cause);
  }
}
