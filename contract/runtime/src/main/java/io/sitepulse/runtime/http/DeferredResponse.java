package io.sitepulse.runtime.http;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** How a request ends that waits for some work. */
public final class DeferredResponse {
  private DeferredResponse() {}

  /**
   * Answers with what some work brings, or says why not. What answering throws is a failure of the
   * request too: handlers of a future throw into nowhere, and the request would never end.
   *
   * @param refuse told of the failure of the work, or of the answer
   */
  public static <T> void of(
      Future<T> work, Consumer<? super T> answer, Consumer<? super Throwable> refuse) {
    work.map(
            value -> {
              answer.accept(value);
              return value;
            })
        .onFailure(refuse::accept);
  }
}
