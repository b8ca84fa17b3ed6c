package io.sitepulse.ingest;

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
 * start: port opens (live, not ready) ─▶ Kafka found ─▶ ready
 * SIGTERM: no new connections ─▶ requests in flight end ─▶ acknowledgements ─▶ exit 0
 * </pre>
 */
final class IngestProcess {
  private static final Logger LOG = LoggerFactory.getLogger(IngestProcess.class);
  private static final int FAILED = 1;
  private static final long REQUESTS_SECONDS = 15;
  private static final long ALL_SECONDS = 40;

  private final Vertx vertx;
  private final HttpConfig http;
  private final Router router;
  private final Ingest ingest;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  IngestProcess(Vertx vertx, HttpConfig http, Router router, Ingest ingest) {
    this.vertx = vertx;
    this.http = http;
    this.router = router;
    this.ingest = ingest;
  }

  /** Starts, and ends the process if that cannot be. */
  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    openPorts()
        .onSuccess(
            done -> LOG.atInfo().addKeyValue("port", servers.get(0).actualPort()).log("listening"))
        .compose(done -> ingest.start())
        .onSuccess(done -> LOG.info("ready"))
        .onFailure(IngestProcess::fail);
  }

  /** One server for each core shares the port (a port of any number cannot be shared). */
  private Future<?> openPorts() {
    int cores = http.port() == 0 ? 1 : Runtime.getRuntime().availableProcessors();
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

  private void stop() {
    LOG.info("draining");
    try {
      var closing = servers.stream().map(s -> s.shutdown(REQUESTS_SECONDS, TimeUnit.SECONDS));
      Future.join(closing.toList())
          .eventually(ingest::close)
          .eventually(vertx::close)
          .await(ALL_SECONDS, TimeUnit.SECONDS);
      LOG.info("stopped");
      Runtime.getRuntime().halt(0); // Stopped as asked, so not the signal's 143.
    } catch (Exception e) {
      LOG.error("did not stop cleanly", e);
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private static void fail(Throwable e) {
    LOG.error("cannot start: {}", e.getMessage());
    Runtime.getRuntime().halt(FAILED); // The hook would drain, and end with 0.
  }
}
