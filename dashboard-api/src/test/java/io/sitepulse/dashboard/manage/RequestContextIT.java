package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses to futures that complete on another thread. */
class RequestContextIT {
  private final ManageTester pulse =
      ManageTester.start(
          ManageResponses.AWAY,
          parts ->
              List.of(
                  routes ->
                      routes.add(
                          HttpMethod.GET,
                          "/work/:how",
                          RequiredAccess.OPEN,
                          RequestContextIT::work)));

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theResponseIsTheResultOfTheFuture() throws Exception {
    var answer = pulse.get("root", "/work/done");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("\"done\"");
  }

  @Test
  void aFailedFutureIsAnswered() throws Exception {
    assertThat(pulse.get("root", "/work/fails").statusCode()).isEqualTo(500);
  }

  /** Otherwise the request would hang. */
  @Test
  void anExceptionWhileRespondingIsAnswered() throws Exception {
    var answer = pulse.get("root", "/work/throws");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("/problems/internal").doesNotContain("throws");
  }

  private static void work(RequestContext requestContext) {
    Promise<String> promise = Promise.promise();
    requestContext.respond(
        promise.future(),
        value -> {
          if (value.equals("throws")) {
            throw new IllegalStateException(value);
          }
          requestContext.json(value);
        });
    String how = requestContext.path("how");
    new Thread(() -> settle(promise, how), "elsewhere").start();
  }

  private static void settle(Promise<String> promise, String how) {
    if (how.equals("fails")) {
      promise.fail(new IllegalStateException(how));
    } else {
      promise.complete(how);
    }
  }
}
