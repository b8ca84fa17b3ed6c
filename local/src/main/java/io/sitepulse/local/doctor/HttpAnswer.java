package io.sitepulse.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The answer to a request.
 *
 * @param status status, or {@link #NONE}
 * @param body body, or the reason why there is no answer
 * @param took time from the request to the answer
 */
record HttpAnswer(int status, String body, Duration took) {
  static final int NONE = 0;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  static HttpAnswer of(URI url) {
    long begun = System.nanoTime();
    try {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(url).timeout(TIMEOUT).build(), BodyHandlers.ofString());
      return new HttpAnswer(response.statusCode(), response.body(), since(begun));
    } catch (IOException | IllegalArgumentException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new HttpAnswer(NONE, reason, since(begun));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpAnswer(NONE, "interrupted", since(begun));
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
