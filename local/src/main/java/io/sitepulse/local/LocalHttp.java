package io.sitepulse.local;

import io.sitepulse.contract.http.HttpConfig;
import io.sitepulse.contract.http.HttpPort;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The one port, read by one server a core. */
final class LocalHttp {
  private static final long DRAIN_SECONDS = 10;
  private static final int ANY = -1;

  private final Vertx vertx;
  private final HttpConfig config;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  LocalHttp(Vertx vertx, HttpConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * Asks that the port can be had, before anything else is started.
   *
   * @throws StartException if something listens there
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
  Future<Void> open(Router router) {
    int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
    return Future.all(IntStream.range(0, cores).mapToObj(core -> deploy(router)).toList())
        .mapEmpty();
  }

  /** Where it answers. */
  URI url() {
    boolean any = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = any ? "127.0.0.1" : config.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
  }

  /** Takes no more connections; completes when what is under way has been answered. */
  Future<Void> shutdown() {
    var closing =
        servers.stream().map(server -> server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS)).toList();
    return Future.join(closing).mapEmpty();
  }

  private Future<String> deploy(Router router) {
    // To Vert.x, 0 is any free port for each server, and a negative one any free port for them all.
    int port = config.port() == 0 ? ANY : config.port();
    var at = new HttpConfig(config.host(), port, config.trustedProxies());
    return vertx.deployVerticle(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return HttpPort.open(vertx, at, router).onSuccess(servers::add);
          }
        });
  }

  private int port() {
    return servers.get(0).actualPort();
  }
}
