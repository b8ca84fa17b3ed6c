package io.sitepulse.dashboard;

import io.sitepulse.contract.http.HttpConfig;
import io.sitepulse.contract.http.HttpPort;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the process.
 *
 * <pre>
 * start: port opens (live, not ready) ─▶ Kafka found, topics read ─▶ ready
 * SIGTERM: event streams end ─▶ no new connections ─▶ requests in flight end ─▶ exit 0
 * </pre>
 */
final class DashboardProcess {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardProcess.class);
  private static final int FAILED = 1;
  private static final long REQUESTS_SECONDS = 10;
  private static final long ALL_SECONDS = 30;

  private final Vertx vertx;
  private final HttpConfig http;
  private final Router router;
  private final Dashboard dashboard;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  DashboardProcess(Vertx vertx, HttpConfig http, Router router, Dashboard dashboard) {
    this.vertx = vertx;
    this.http = http;
    this.router = router;
    this.dashboard = dashboard;
  }

  /** Starts, and ends the process if the port cannot be had. */
  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    openPorts()
        .onSuccess(
            done -> {
              LOG.atInfo().addKeyValue("port", port()).log("listening");
              dashboard.start();
            })
        .onFailure(DashboardProcess::fail);
  }

  /** One server for each core shares the port; "any port" cannot be shared and has one. */
  private Future<?> openPorts() {
    int cores = http.port() == 0 ? 1 : Math.max(1, Runtime.getRuntime().availableProcessors());
    return Future.all(IntStream.range(0, cores).mapToObj(core -> openPort()).toList());
  }

  private Future<String> openPort() {
    return vertx.deployVerticle(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return HttpPort.open(vertx, http, router).onSuccess(servers::add);
          }
        });
  }

  private int port() {
    return servers.get(0).actualPort();
  }

  private void stop() {
    LOG.info("draining");
    try {
      dashboard
          .endStreams()
          .eventually(this::closePorts)
          .eventually(() -> vertx.executeBlocking(this::closeDashboard, false))
          .eventually(vertx::close)
          .await(ALL_SECONDS, TimeUnit.SECONDS);
      LOG.info("stopped");
      Runtime.getRuntime().halt(0); // Stopped as asked, so not the signal's 143.
    } catch (Exception e) {
      LOG.error("did not stop cleanly", e);
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private Future<Void> closePorts() {
    var closing = servers.stream().map(s -> s.shutdown(REQUESTS_SECONDS, TimeUnit.SECONDS));
    return Future.join(closing.toList()).mapEmpty();
  }

  private boolean closeDashboard() {
    dashboard.close();
    return true;
  }

  private static void fail(Throwable e) {
    LOG.error("cannot start: {}", e.getMessage());
    // Elsewhere, because leaving runs the hook, and the hook needs this event loop.
    new Thread(() -> Runtime.getRuntime().halt(FAILED), "fail").start();
  }
}
