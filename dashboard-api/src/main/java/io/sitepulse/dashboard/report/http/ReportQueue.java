package io.sitepulse.dashboard.report.http;

import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
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
