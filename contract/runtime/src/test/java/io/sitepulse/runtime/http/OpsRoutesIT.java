package io.sitepulse.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.health.Readiness;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OpsRoutesIT {
  private final AtomicBoolean clickHouse = new AtomicBoolean(true);
  private final Set<String> leaderless = ConcurrentHashMap.newKeySet();
  private final Readiness readiness =
      new Readiness().require("clickhouse", clickHouse::get).requireNone(() -> leaderless);

  @Test
  void theChecksOfReadinessAreMetricsAndThoseThatAreGoneAreNot() throws Exception {
    var vertx = Vertx.vertx();
    try {
      var router = Router.router(vertx);
      new OpsRoutes(vertx, readiness, Metrics.prometheus()).mount(router);
      int port =
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(0, "127.0.0.1")
              .await()
              .actualPort();
      assertThat(metrics(port))
          .contains("sitepulse_ready{check=\"clickhouse\"} 1.0")
          .doesNotContain("page-views");

      clickHouse.set(false);
      leaderless.add("sitepulse.page-views-3");
      assertThat(metrics(port))
          .contains("sitepulse_ready{check=\"clickhouse\"} 0.0")
          .contains("sitepulse_ready{check=\"sitepulse.page-views-3\"} 0.0");

      leaderless.clear();
      assertThat(metrics(port)).doesNotContain("page-views");
    } finally {
      vertx.close().await();
    }
  }

  private static String metrics(int port) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }
}
