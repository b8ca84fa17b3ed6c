package io.sitepulse.runtime.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The HTTP port of a process. One server per core listens on it, so that the load is shared by all
 * cores.
 */
public final class HttpPort {
  private static final int BACKLOG = 4096;

  /**
   * Any free port. For Vert.x, 0 is a free port per server and a negative number is one free port
   * for all servers.
   */
  private static final int ANY = -1;

  private final Vertx vertx;
  private final HttpConfig config;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  /** Prepares the port. It is opened by {@link #open}. */
  public HttpPort(Vertx vertx, HttpConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * Opens the port. Idle connections are closed after 60 s.
   *
   * @param requests responds to all requests, usually a router
   * @return completes once the port is open, fails with a readable message if it is in use
   */
  public Future<Void> open(Handler<HttpServerRequest> requests) {
    int cores = Runtime.getRuntime().availableProcessors();
    return Future.all(IntStream.range(0, cores).mapToObj(core -> deploy(requests)).toList())
        .recover(e -> Future.failedFuture(readable(e)))
        .mapEmpty();
  }

  /** The number of the open port. */
  public int number() {
    return servers.get(0).actualPort();
  }

  /**
   * Stops accepting connections.
   *
   * @param most longest time that open requests may take before their connections are closed
   * @return completes when all connections are closed
   */
  public Future<Void> shutdown(Duration most) {
    var closing =
        servers.stream().map(s -> s.shutdown(most.toMillis(), TimeUnit.MILLISECONDS)).toList();
    return Future.join(closing).mapEmpty();
  }

  private Future<String> deploy(Handler<HttpServerRequest> requests) {
    return vertx.deployVerticle(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return listen(requests).onSuccess(servers::add);
          }
        });
  }

  private Future<HttpServer> listen(Handler<HttpServerRequest> requests) {
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port() == 0 ? ANY : config.port())
            .setAcceptBacklog(BACKLOG)
            .setTcpNoDelay(true)
            .setIdleTimeout(60)
            .setCompressionSupported(false)
            .setHandle100ContinueAutomatically(true);
    return vertx.createHttpServer(options).requestHandler(requests).listen();
  }

  private Throwable readable(Throwable e) {
    return e instanceof BindException
        ? new IllegalStateException(
            "cannot listen on " + config.host() + ":" + config.port() + ": " + e.getMessage(), e)
        : e;
  }
}
