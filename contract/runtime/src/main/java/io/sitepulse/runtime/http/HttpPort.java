package io.sitepulse.runtime.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The port of a process, read by one server a core, so that no core waits for another. */
public final class HttpPort {
  private static final int BACKLOG = 4096;

  /** To Vert.x, 0 is any free port for each server, and a negative one any free port for all. */
  private static final int ANY = -1;

  private final Vertx vertx;
  private final HttpConfig config;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  /** Prepares the port; nothing is open before {@link #open}. */
  public HttpPort(Vertx vertx, HttpConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * Answers a router's routes. A client that sends half a request is dropped after 60 s.
   *
   * @return completes once the port is open; fails with one clear line if it is taken
   */
  public Future<Void> open(Router router) {
    int cores = Runtime.getRuntime().availableProcessors();
    return Future.all(IntStream.range(0, cores).mapToObj(core -> deploy(router)).toList())
        .recover(e -> Future.failedFuture(readable(e)))
        .mapEmpty();
  }

  /** The port that is open, also where the config left the choice to the machine. */
  public int number() {
    return servers.get(0).actualPort();
  }

  /**
   * Takes no more connections.
   *
   * @param most how long answers under way may take; then their connections are cut
   * @return completes when there are no more connections
   */
  public Future<Void> shutdown(Duration most) {
    var closing =
        servers.stream().map(s -> s.shutdown(most.toMillis(), TimeUnit.MILLISECONDS)).toList();
    return Future.join(closing).mapEmpty();
  }

  private Future<String> deploy(Router router) {
    return vertx.deployVerticle(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return listen(router).onSuccess(servers::add);
          }
        });
  }

  private Future<HttpServer> listen(Router router) {
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port() == 0 ? ANY : config.port())
            .setAcceptBacklog(BACKLOG)
            .setTcpNoDelay(true)
            .setIdleTimeout(60)
            .setCompressionSupported(false)
            .setHandle100ContinueAutomatically(true);
    return vertx.createHttpServer(options).requestHandler(router).listen();
  }

  private Throwable readable(Throwable e) {
    return e instanceof BindException
        ? new IllegalStateException(
            "cannot listen on " + config.host() + ":" + config.port() + ": " + e.getMessage(), e)
        : e;
  }
}
