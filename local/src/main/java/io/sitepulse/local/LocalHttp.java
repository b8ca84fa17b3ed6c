package io.sitepulse.local;

import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** The one port that all modules share. */
final class LocalHttp {
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final HttpConfig config;
  private final HttpPort port;

  LocalHttp(Vertx vertx, HttpConfig config) {
    this.config = config;
    this.port = new HttpPort(vertx, config);
  }

  /**
   * Checks that a port is free, before anything else starts.
   *
   * @throws StartException if the port is in use
   */
  static void requireFree(String host, int port) {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException | IllegalArgumentException e) {
      throw new StartException(
          "cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); take another: --port N",
          e);
    }
  }

  /** Opens the port. */
  Future<Void> open(Handler<HttpServerRequest> requests) {
    return port.open(requests);
  }

  /** Returns the base URL. */
  URI url() {
    boolean any = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = any ? "127.0.0.1" : config.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port.number() + "/");
  }

  /** Accepts no more connections. Completes when the requests under way have been answered. */
  Future<Void> shutdown() {
    return port.shutdown(DRAIN);
  }
}
