package io.sitepulse.dashboard.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final int QUEUE = 3;
  private static final String PASSWORD = "một mật khẩu dài";

  private static final PasswordContext CONTEXT =
      new PasswordContext("an.nguyen@so.gov.vn", "Đỗ Hoài An", "thongke.quangngai.gov.vn");

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BlockingPool known = new BlockingPool(vertx, "known", 1, registry);
  private final BlockingPool unknown = new BlockingPool(vertx, "unknown", 1, QUEUE, registry);
  private final Passwords passwords = new Passwords(known, unknown, true);

  @AfterEach
  void stop() {
    known.close();
    unknown.close();
    vertx.close().await();
  }

  @Test
  void aKnownCallerDoesNotWaitForUnknownOnesWhoAreRefusedEarly() {
    String hash = passwords.hash("password", PASSWORD, CONTEXT).await();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012",
        "aaaaaaaaaaaa",
        "abcdefghijkl",
        "qwertyuiop[]",
        "passwordpassword",
        "Password1234!",
        "Admin@123456",
        "Sitepulse@2026",
        "matkhau123456",
        "Quantri@2026",
        "an.nguyen@so.gov.vn",
        "Đỗ Hoài An 123",
        "dohoaian2026",
        "thongke.quangngai.gov.vn",
        "Quangngai@2026"
      })
  void passwordsThatAreAmongTheFirstGuessesAreRefused(String password) {
    var hash = passwords.hash("password", password, CONTEXT);
    assertThatThrownBy(hash::await)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              var error = e.problem().errors().get(0);
              assertThat(error.field()).isEqualTo("password");
              assertThat(error.code()).isEqualTo(Rule.COMMON_PASSWORD);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PASSWORD,
        "mot mat khau that dai",
        "sáng nay trời Quảng Ngãi mưa",
        "correct horse battery staple",
        "xK9#mQ2$vL7p"
      })
  void othersAreAccepted(String password) {
    assertThat(passwords.hash("password", password, CONTEXT).await()).startsWith("$argon2id$");
  }
}
