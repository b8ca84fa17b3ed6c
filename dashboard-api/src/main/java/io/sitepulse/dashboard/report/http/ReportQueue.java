package io.sitepulse.dashboard.report.http;

import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs reports in a pool of few threads, with a limit on concurrent reports of one account. Its
 * further reports wait in order of arrival, so that a page may request all its reports at once. A
 * report whose client has disconnected meanwhile is skipped. Thread-safe.
 */
public final class ReportQueue {
  private static final int MAX_WAITING = 100;

  private final Vertx vertx;
  private final BlockingPool pool;
  private final int perAccount;
  private final Map<String, AccountQueue> queues = new HashMap<>();

  /** The reports of one account. */
  private static final class AccountQueue {
    private int running;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
  }

  /**
   * Creates a queue.
   *
   * @param perAccount largest number of concurrent reports of one account
   */
  public ReportQueue(Vertx vertx, BlockingPool pool, int perAccount) {
    this.vertx = vertx;
    this.pool = pool;
    this.perAccount = perAccount;
  }

  /** Runs a report for a caller. Fails with 503 if too many of the account are waiting. */
  public <T> Future<T> run(RequestContext requestContext, Callable<T> report) {
    String account = requestContext.caller().account().id();
    Promise<T> promise = Promise.promise();
    Context context = vertx.getOrCreateContext();
    Runnable start =
        () ->
            context.runOnContext(
                go ->
                    (isConnected(requestContext) ? pool.run(report) : ReportQueue.<T>disconnected())
                        .onComplete(
                            made -> {
                              startNext(account);
                              promise.handle(made);
                            }));
    if (!startOrEnqueue(account, start)) {
      return Future.failedFuture(
          Problem.unavailable("Too many reports of your account are waiting. Retry shortly.")
              .asException());
    }
    return promise.future();
  }

  /**
   * Runs a report that has another answer for when it is late. The time in the queue does not count
   * as that of the work.
   *
   * @param limits longest times of waiting and working
   * @param otherwise makes the other answer, on the event loop
   */
  public <T> Future<T> run(
      RequestContext requestContext,
      Callable<T> report,
      Limits limits,
      Function<Lateness, T> otherwise) {
    Promise<T> answer = Promise.promise();
    Context context = vertx.getOrCreateContext();
    var timer = new AtomicLong();
    timer.set(start(limits.waiting(), Lateness.BUSY, otherwise, answer));
    run(
            requestContext,
            () -> {
              context.runOnContext(
                  begun -> {
                    vertx.cancelTimer(timer.get());
                    timer.set(start(limits.working(), Lateness.AWAY, otherwise, answer));
                  });
              return report.call();
            })
        .onComplete(
            made -> {
              vertx.cancelTimer(timer.get());
              if (made.succeeded()) {
                answer.tryComplete(made.result());
              } else {
                answer.tryFail(made.cause());
              }
            });
    return answer.future();
  }

  /** The reason why a report is late. */
  public enum Lateness {
    /** It waits for other reports. */
    BUSY,
    /** It has begun, and its source does not answer in time. */
    AWAY
  }

  /**
   * Time limits of a report.
   *
   * @param waiting longest time in the queue
   * @param working longest time of the work
   */
  public record Limits(Duration waiting, Duration working) {}

  private <T> long start(
      Duration limit, Lateness lateness, Function<Lateness, T> otherwise, Promise<T> answer) {
    return vertx.setTimer(
        limit.toMillis(),
        late -> {
          if (!answer.future().isComplete()) {
            try {
              answer.tryComplete(otherwise.apply(lateness));
            } catch (RuntimeException e) {
              answer.tryFail(e);
            }
          }
        });
  }

  private static boolean isConnected(RequestContext requestContext) {
    return !requestContext.context().response().closed();
  }

  private static <T> Future<T> disconnected() {
    return Future.failedFuture(Problem.unavailable("Client disconnected.").asException());
  }

  private boolean startOrEnqueue(String account, Runnable start) {
    synchronized (queues) {
      AccountQueue queue = queues.computeIfAbsent(account, none -> new AccountQueue());
      if (queue.running >= perAccount) {
        return queue.waiting.size() < MAX_WAITING && queue.waiting.add(start);
      }
      queue.running++;
    }
    start.run();
    return true;
  }

  private void startNext(String account) {
    Runnable next = poll(account);
    if (next != null) {
      next.run();
    }
  }

  private @Nullable Runnable poll(String account) {
    synchronized (queues) {
      AccountQueue queue = queues.get(account);
      if (queue == null) {
        return null;
      }
      Runnable next = queue.waiting.poll();
      if (next == null && --queue.running == 0) {
        queues.remove(account);
      }
      return next;
    }
  }
}
