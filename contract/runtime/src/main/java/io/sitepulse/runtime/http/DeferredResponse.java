package io.sitepulse.runtime.http;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** Completes an HTTP request from a future. */
public final class DeferredResponse {
  private DeferredResponse() {}

  /**
   * Completes a request with the result or the failure of a future. An exception in {@code answer}
   * fails the request, too. Without that the request would never end.
   *
   * @param refuse receives the failure of the future or of {@code answer}
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
