package io.sitepulse.local.clickhouse.http;

import io.sitepulse.local.clickhouse.engine.EngineException;
import io.sitepulse.local.clickhouse.engine.ErrorCode;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * ClickHouse's HTTP interface on the loopback address.
 *
 * <p>The event loop answers {@code /ping} and refuses wrong passwords. Everything else goes to
 * {@link Workers}, so that a long query delays no ping.
 */
final class ClickHouseHttp {
  private static final int MAX_URL_BYTES = 1 << 20;

  private final Password password;
  private final QueryRunner runner;
  private final Workers workers;
  private final Vertx vertx;

  ClickHouseHttp(Vertx vertx, Password password, QueryRunner runner, Workers workers) {
    this.vertx = vertx;
    this.password = password;
    this.runner = runner;
    this.workers = workers;
  }

  /** Listens on a port, 0 for any free one. Blocks until it is bound. */
  HttpServer listen(int port) throws IOException, InterruptedException {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMaxInitialLineLength(MAX_URL_BYTES)
            .setHttp2ClearTextEnabled(false) // as a server of ClickHouse: HTTP 1.1 only
            .setHandle100ContinueAutomatically(true)
            .setDecompressionSupported(true);
    HttpServer server = vertx.createHttpServer(options).requestHandler(this::handle);
    try {
      return server.listen().toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException refused) {
      throw new IOException("Cannot listen on 127.0.0.1:" + port + ": " + reason(refused), refused);
    }
  }

  private static String reason(ExecutionException refused) {
    Throwable cause = refused.getCause();
    return String.valueOf(cause == null ? refused.getMessage() : cause.getMessage());
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/ping" -> request.response().end("Ok.\n");
      case "/" -> call(request);
      default -> request.response().setStatusCode(404).end("There is no handle " + request.path());
    }
  }

  private void call(HttpServerRequest request) {
    Answer answer = new Answer(request.response());
    if (!password.isShownBy(request)) {
      answer.error(
          new EngineException(
              ErrorCode.AUTHENTICATION_FAILED,
              "Authentication failed: password is incorrect, or there is no user with such name"));
      return;
    }
    try {
      MultiMap url = request.params(true); // a semicolon is part of a query
      QueryCall call = QueryCall.of(request.method(), url, request.headers());
      answer.queryId(call.queryId());
      enqueue(call, new RequestBody(request, vertx.getOrCreateContext()), answer);
    } catch (EngineException refused) {
      answer.error(refused);
    }
  }

  private void enqueue(QueryCall call, RequestBody body, Answer answer) {
    try {
      workers.execute(() -> work(call, body, answer));
    } catch (RejectedExecutionException full) {
      body.discard();
      throw new EngineException(
          ErrorCode.TOO_MANY_SIMULTANEOUS_QUERIES, "Too many simultaneous queries");
    }
  }

  private void work(QueryCall call, RequestBody body, Answer answer) {
    try {
      runner.run(call, body, answer);
    } catch (EngineException refused) {
      answer.error(refused);
    } catch (IOException broken) {
      answer.error(
          new EngineException(ErrorCode.NETWORK_ERROR, String.valueOf(broken.getMessage())));
    } catch (RuntimeException | OutOfMemoryError unexpected) {
      answer.error(new EngineException(ErrorCode.UNKNOWN_EXCEPTION, unexpected.toString()));
    } finally {
      body.discard();
    }
  }
}
