package io.sitepulse.runtime.http;

import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops a process that serves HTTP.
 *
 * <pre>
 * start: port opens (live, not ready) ─▶ the service starts ─▶ ready
 * SIGTERM: streams end ─▶ no new connections ─▶ requests in flight end ─▶ the service ends ─▶ exit 0
 * </pre>
 */
public final class HttpProcess {
  private static final Logger LOG = LoggerFactory.getLogger(HttpProcess.class);
  private static final int FAILED = 1;
  private static final Duration REQUESTS = Duration.ofSeconds(15);
  private static final Duration ALL = Duration.ofSeconds(40);

  private final Vertx vertx;
  private final HttpPort port;
  private final Handler<HttpServerRequest> requests;
  private final Service service;

  /**
   * The service that a process runs.
   *
   * @param start starts the service and completes once requests can be served, without a time limit
   * @param endStreams ends responses that have no end, such as event streams
   * @param end releases all resources after the last request
   */
  public record Service(
      Supplier<Future<?>> start, Supplier<Future<?>> endStreams, Supplier<Future<?>> end) {}

  /**
   * Prepares the process. It is started by {@link #start}.
   *
   * @param requests responds to all requests, usually a router
   */
  public HttpProcess(
      Vertx vertx, HttpConfig http, Handler<HttpServerRequest> requests, Service service) {
    this.vertx = vertx;
    this.port = new HttpPort(vertx, http);
    this.requests = requests;
    this.service = service;
  }

  /** Starts the process. Exits with code 1 if the start fails. */
  public void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    port.open(requests)
        .onSuccess(done -> LOG.atInfo().addKeyValue(LogKeys.PORT, port.number()).log("listening"))
        .compose(done -> service.start().get())
        .onSuccess(done -> LOG.info("started"))
        .onFailure(HttpProcess::fail);
  }

  private void stop() {
    LOG.info("draining");
    try {
      service
          .endStreams()
          .get()
          .eventually(() -> port.shutdown(REQUESTS))
          .eventually(() -> service.end().get())
          .eventually(vertx::close)
          .await(ALL.toSeconds(), TimeUnit.SECONDS);
      LOG.info("stopped");
      Runtime.getRuntime().halt(0); // A requested stop exits with 0, not with the signal's 143.
    } catch (Exception e) {
      LOG.error("did not stop cleanly", e);
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private static void fail(Throwable e) {
    LOG.atError().addKeyValue(LogKeys.ERROR, e.getMessage()).log("cannot start");
    Runtime.getRuntime().halt(FAILED); // exit() would run the shutdown hook, which ends with 0.
  }
}
