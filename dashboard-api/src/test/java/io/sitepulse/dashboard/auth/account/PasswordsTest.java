package io.sitepulse.dashboard.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final int QUEUE = 3;
  private static final String PASSWORD = "một mật khẩu dài";

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BlockingPool known = new BlockingPool(vertx, "known", 1, registry);
  private final BlockingPool unknown = new BlockingPool(vertx, "unknown", 1, QUEUE, registry);
  private final Passwords passwords = new Passwords(known, unknown);

  @AfterEach
  void stop() {
    known.close();
    unknown.close();
    vertx.close().await();
  }

  @Test
  void aKnownCallerDoesNotWaitForUnknownOnesWhoAreRefusedEarly() {
    String hash = passwords.hash("password", PASSWORD).await();
    var held = new CountDownLatch(1);
    unknown.run(
        () -> {
          held.await();
          return "released";
        });
    var waiting = passwords.matchesForUnknown(PASSWORD, hash);
    for (int i = 1; i < QUEUE; i++) {
      passwords.matchesForUnknown("guess " + i, hash);
    }
    var refused = passwords.matchesForUnknown("one too many", hash);
    assertThat(refused.cause())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
    assertThat(passwords.matches(PASSWORD, hash).await()).isTrue();
    assertThat(passwords.matches("wrong", hash).await()).isFalse();
    assertThat(waiting.isComplete()).isFalse();
    held.countDown();
    assertThat(waiting.await()).isTrue();
  }
}
