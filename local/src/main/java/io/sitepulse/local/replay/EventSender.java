package io.sitepulse.local.replay;

import io.sitepulse.local.http.HttpExchange;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches through {@code POST /api/events}, many at once, each until it is answered for good.
 * Sending one twice does no harm: ids are the same.
 *
 * <pre>
 * send ─▶ under way ─ 202, 400, 413, 414, 431 ─▶ counted
 *            │  ▲ └─ other status ─▶ failed: the replay ends
 *            ▼  │
 *         503, 429, connection lost: waits (Retry-After), until the timeout ─▶ failed
 * </pre>
 */
final class EventSender implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final long RETRY_MILLIS = 1_000;
  private static final long LONGEST_RETRY_SECONDS = 30;
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final HttpClient client;
  private final URI endpoint;
  private final int concurrency;
  private final Semaphore underWay;
  private final ResponseCounts answers = new ResponseCounts();
  private volatile boolean answered;
  private volatile @Nullable Throwable failure;

  EventSender(Vertx vertx, URI url, int concurrency) {
    this.vertx = vertx;
    this.endpoint = url.resolve("/api/events");
    this.concurrency = concurrency;
    this.underWay = new Semaphore(concurrency);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setSsl("https".equals(url.getScheme())),
            new PoolOptions().setHttp1MaxSize(concurrency));
  }

  /** Returns the response counts so far. */
  ResponseCounts answers() {
    return answers;
  }

  /**
   * Sends a batch, as soon as fewer than the allowed number are under way.
   *
   * @throws ReplayFailedException if an earlier one has failed
   */
  void send(Batch batch) throws InterruptedException {
    underWay.acquire();
    checkFailed();
    byte[] body = body(batch);
    Promise<Void> done = Promise.promise();
    attempt(batch, Buffer.buffer(body), System.nanoTime(), done);
    done.future().onFailure(e -> failure = e).onComplete(whatever -> underWay.release());
  }

  /** Returns when everything is answered. */
  void finish() throws InterruptedException {
    underWay.acquire(concurrency);
    underWay.release(concurrency);
    checkFailed();
  }

  @Override
  public void close() {
    client.close().await();
  }

  private void attempt(Batch batch, Buffer body, long begun, Promise<Void> done) {
    post(batch.visitor(), body)
        .onSuccess(answer -> handle(answer, batch, body, begun, done))
        .onFailure(e -> lost(e, batch, body, begun, done));
  }

  private Future<Answer> post(Visitor visitor, Buffer body) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(endpoint.toString())
            .setIdleTimeout(ANSWER.toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader("X-Forwarded-For", visitor.address())
            .putHeader("User-Agent", visitor.agent());
    return HttpExchange.send(
        client,
        options,
        body,
        response ->
            response
                .body()
                .map(
                    content ->
                        new Answer(
                            response.statusCode(),
                            response.getHeader("Retry-After"),
                            content.getBytes())));
  }

  private void handle(Answer answer, Batch batch, Buffer body, long begun, Promise<Void> done) {
    answered = true;
    switch (answer.status()) {
      case 202, 400 -> count(answer, batch, done);
      case 413, 414, 431 -> refuse(batch, done);
      case 429, 503 -> again(answer.waitMillis(), batch, body, begun, done, answer.failure());
      default -> done.fail(answer.failure());
    }
  }

  private void count(Answer answer, Batch batch, Promise<Void> done) {
    try {
      answers.take(batch.pages().size(), answer.body());
      done.complete();
    } catch (IOException e) {
      done.fail(new ReplayFailedException(endpoint + " is not sitepulse's: " + e, e));
    }
  }

  /** A server or proxy found the request too large, which no repetition changes. */
  private void refuse(Batch batch, Promise<Void> done) {
    answers.refuse("too large", batch.pages().size());
    done.complete();
  }

  private void lost(Throwable e, Batch batch, Buffer body, long begun, Promise<Void> done) {
    var failed = new ReplayFailedException("nothing answers at " + endpoint + ": " + said(e), e);
    if (answered) {
      again(RETRY_MILLIS, batch, body, begun, done, failed);
    } else {
      done.fail(failed);
    }
  }

  private void again(
      long millis, Batch batch, Buffer body, long begun, Promise<Void> done, Throwable reason) {
    if (System.nanoTime() - begun > TIMEOUT.toNanos()) {
      done.fail(reason);
    } else {
      vertx.setTimer(millis, timer -> attempt(batch, body, begun, done));
    }
  }

  private void checkFailed() {
    Throwable failed = failure;
    if (failed != null) {
      underWay.release();
      throw new ReplayFailedException(said(failed), failed);
    }
  }

  private static byte[] body(Batch batch) {
    try {
      return Json.MAPPER.writeValueAsBytes(batch.pages());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String said(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  private record Answer(int status, @Nullable String retryAfter, byte[] body) {
    long waitMillis() {
      try {
        long seconds = retryAfter == null ? 1 : Long.parseLong(retryAfter.trim());
        return 1_000 * Math.max(1, Math.min(LONGEST_RETRY_SECONDS, seconds));
      } catch (NumberFormatException e) {
        return RETRY_MILLIS;
      }
    }

    ReplayFailedException failure() {
      return new ReplayFailedException("the answer was " + status + " " + detail(), null);
    }

    private String detail() {
      try {
        return Json.MAPPER.readTree(body).path("detail").asText("");
      } catch (IOException e) {
        return "";
      }
    }
  }
}
