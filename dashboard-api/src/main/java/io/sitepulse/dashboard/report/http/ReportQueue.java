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
 * Where reports are made: in a pool of few threads, of which one account never has more than its
 * share. Its further reports wait in their order; a page may ask for all its figures at once. Of a
 * reader who has gone meanwhile the report is not made.
 */
public final class ReportQueue {
  private static final int WAITING = 100;

  private final Vertx vertx;
  private final BlockingPool pool;
  private final int share;
  private final Map<String, Line> lines = new HashMap<>();

  /** The reports of one account. */
  private static final class Line {
    private int running;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
  }

  /**
   * A queue.
   *
   * @param share how many reports of one account are made at once
   */
  public ReportQueue(Vertx vertx, BlockingPool pool, int share) {
    this.vertx = vertx;
    this.pool = pool;
    this.share = share;
  }

  /** Makes a report for a caller; 503 if too many are waiting. */
  public <T> Future<T> make(RequestContext requestContext, Callable<T> report) {
    String account = requestContext.caller().account().id();
    Promise<T> promise = Promise.promise();
    Context context = vertx.getOrCreateContext();
    Runnable start =
        () ->
            context.runOnContext(
                go ->
                    (isAwaited(requestContext) ? pool.run(report) : ReportQueue.<T>unwanted())
                        .onComplete(
                            made -> {
                              leave(account);
                              promise.handle(made);
                            }));
    if (!enter(account, start)) {
      return Future.failedFuture(
          Problem.unavailable("Too many of your reports are waiting.").asException());
    }
    return promise.future();
  }

  private static boolean isAwaited(RequestContext requestContext) {
    return !requestContext.context().response().closed();
  }

  private static <T> Future<T> unwanted() {
    return Future.failedFuture(Problem.unavailable("Client disconnected.").asException());
  }

  private boolean enter(String account, Runnable start) {
    synchronized (lines) {
      Line line = lines.computeIfAbsent(account, none -> new Line());
      if (line.running >= share) {
        return line.waiting.size() < WAITING && line.waiting.add(start);
      }
      line.running++;
    }
    start.run();
    return true;
  }

  private void leave(String account) {
    Runnable next = next(account);
    if (next != null) {
      next.run();
    }
  }

  private @Nullable Runnable next(String account) {
    synchronized (lines) {
      Line line = lines.get(account);
      if (line == null) {
        return null;
      }
      Runnable next = line.waiting.poll();
      if (next == null && --line.running == 0) {
        lines.remove(account);
      }
      return next;
    }
  }
}
