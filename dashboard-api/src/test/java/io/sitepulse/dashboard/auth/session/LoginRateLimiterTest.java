package io.sitepulse.dashboard.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sitepulse.dashboard.TestClock;
import io.sitepulse.dashboard.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginRateLimiterTest {
  private static final String HERE = "192.0.2.1";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T01:00:00Z"));
  private final LoginRateLimiter loginRateLimiter = new LoginRateLimiter(clock);

  @Test
  void whoIsTooFastIsToldHowLongToWait() throws Exception {
    spend("an", HERE, 10);
    assertThatExceptionOfType(LoginRateLimiter.TooFast.class)
        .isThrownBy(() -> loginRateLimiter.atLogin("an", HERE, null))
        .satisfies(
            e -> assertThat(e.wait).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20)));
    clock.advance(Duration.ofSeconds(21));
    loginRateLimiter.atLogin("an", HERE, null);
  }

  @Test
  void anAttemptThatSucceedsCostsNothing() throws Exception {
    for (int i = 0; i < 200; i++) {
      loginRateLimiter.atLogin("an", HERE, null).giveBack();
    }
  }

  @Test
  void anotherNetworkAnotherLoginAndAKnownBrowserGoOn() throws Exception {
    spend("an", HERE, 10);
    loginRateLimiter.atLogin("an", "198.51.100.7", null);
    loginRateLimiter.atLogin("binh", HERE, null);
    loginRateLimiter.atLogin("an", HERE, "a known browser");
  }

  @Test
  void manyNetworksTogetherGuessAtALoginNoFasterThanItsOwnRate() throws Exception {
    for (int i = 0; i < 10; i++) {
      spend("an", "198.51." + i + ".1", 10);
    }
    assertThatExceptionOfType(LoginRateLimiter.TooFast.class)
        .isThrownBy(() -> loginRateLimiter.atLogin("an", "203.0.113.1", null));
    loginRateLimiter.atLogin("an", "203.0.113.1", "a known browser");
    clock.advance(Duration.ofSeconds(11));
    loginRateLimiter.atLogin("an", "203.0.113.1", null);
  }

  @Test
  void whatARefusedAttemptTookElsewhereIsGivenBack() throws Exception {
    spend("an", HERE, 10);
    for (int i = 0; i < 500; i++) {
      assertThatExceptionOfType(LoginRateLimiter.TooFast.class)
          .isThrownBy(() -> loginRateLimiter.atLogin("an", HERE, null));
    }
    loginRateLimiter.atLogin("binh", HERE, null);
  }

  @Test
  void aBrowserIsKnownToTheLoginItSignedInToAndToNoOther() {
    var devices = new DeviceCookies(new Secret("a secret of this test"));
    String text = devices.text("an");
    assertThat(devices.knownTo("an", text)).isNotNull();
    assertThat(devices.knownTo("binh", text)).isNull();
    assertThat(devices.knownTo("an", text + "A")).isNull();
    assertThat(devices.knownTo("an", null)).isNull();
  }

  private void spend(String login, String client, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      loginRateLimiter.atLogin(login, client, null);
    }
  }
}
