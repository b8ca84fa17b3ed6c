package io.sitepulse.contract.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;

/** Opens the port of a process. */
public final class HttpPort {
  private static final int BACKLOG = 4096;

  private HttpPort() {}

  /**
   * Answers a router's routes on a port. A client that sends half a request is dropped after 60 s.
   *
   * @return the open server, or a failure with one clear line if the port is taken
   */
  public static Future<HttpServer> open(Vertx vertx, HttpConfig config, Router router) {
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setAcceptBacklog(BACKLOG)
            .setTcpNoDelay(true)
            .setIdleTimeout(60)
            .setCompressionSupported(false)
            .setHandle100ContinueAutomatically(true);
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen()
        .recover(e -> Future.failedFuture(readable(e, config)));
  }

  private static Throwable readable(Throwable e, HttpConfig config) {
    return e instanceof BindException
        ? new IllegalStateException(
            "cannot listen on " + config.host() + ":" + config.port() + ": " + e.getMessage())
        : e;
  }
}
