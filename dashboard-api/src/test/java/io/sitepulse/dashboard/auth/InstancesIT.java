package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.dashboard.KafkaDashboard;
import io.sitepulse.runtime.kafka.TestBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two complete instances that share a broker and a secret. */
class InstancesIT {
  private static final String PASSWORD = "một mật khẩu dài";

  @TempDir private Path folder;

  @Test
  void sessionsStartAndEndOnBothInstances() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var two = KafkaDashboard.start(broker, folder)) {
      await().atMost(Duration.ofSeconds(90)).until(() -> one.isReady() && two.isReady());
      String code = one.accounts().setupLink(URI.create(one.origin())).orElseThrow().getFragment();
      var root = new Browser(two.origin());
      var made =
          root.keep(
              root.post(
                  "/setup",
                  "{\"code\":\"%s\",\"login\":\"quantri\",\"name\":\"Q\",\"password\":\"%s\"}"
                      .formatted(code, PASSWORD)));
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
      assertThat(root.get("/session").status()).isEqualTo(200);
      root.at(one.origin());
      await().until(() -> root.get("/session").status() == 200);
      var copy = new Browser(two.origin());
      copy.cookies.putAll(root.cookies);
      assertThat(copy.get("/session").status()).isEqualTo(200);
      assertThat(root.delete("/session").status()).isEqualTo(204);
      await().until(() -> copy.get("/session").status() == 401);
      assertThat(one.accounts().setupLink(URI.create(one.origin()))).isEmpty();
    }
  }
}
