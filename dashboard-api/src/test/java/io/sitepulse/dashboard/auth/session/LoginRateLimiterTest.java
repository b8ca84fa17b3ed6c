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
  private final LoginRateLimiter rateLimiter = new LoginRateLimiter(clock);

  @Test
  void anExceededLimitTellsTheTimeUntilTheNextPermit() throws Exception {
    spend("an", HERE, 10);
    assertThatExceptionOfType(LoginRateLimiter.RateLimitExceededException.class)
        .isThrownBy(() -> rateLimiter.acquireForLogin("an", HERE, null))
        .satisfies(
            e ->
                assertThat(e.retryAfter())
                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20)));
    clock.advance(Duration.ofSeconds(21));
    rateLimiter.acquireForLogin("an", HERE, null);
  }

  @Test
  void aRefundedAttemptCostsNothing() throws Exception {
    for (int i = 0; i < 200; i++) {
      rateLimiter.acquireForLogin("an", HERE, null).refund();
    }
  }

  @Test
  void theLimitDoesNotAffectOtherNetworksOtherLoginsAndKnownBrowsers() throws Exception {
    spend("an", HERE, 10);
    rateLimiter.acquireForLogin("an", "198.51.100.7", null);
    rateLimiter.acquireForLogin("binh", HERE, null);
    rateLimiter.acquireForLogin("an", HERE, "a known browser");
  }

  @Test
  void manyNetworksShareTheLimitOfALogin() throws Exception {
    for (int i = 0; i < 10; i++) {
      spend("an", "198.51." + i + ".1", 10);
    }
    assertThatExceptionOfType(LoginRateLimiter.RateLimitExceededException.class)
        .isThrownBy(() -> rateLimiter.acquireForLogin("an", "203.0.113.1", null));
    rateLimiter.acquireForLogin("an", "203.0.113.1", "a known browser");
    clock.advance(Duration.ofSeconds(11));
    rateLimiter.acquireForLogin("an", "203.0.113.1", null);
  }

  @Test
  void networksOfOneIpv6CustomerShareALimit() throws Exception {
    spend("an", "2001:db8:0:1::1", 10);
    spend("an", "2001:db8:0:2::1", 10);
    assertThatExceptionOfType(LoginRateLimiter.RateLimitExceededException.class)
        .isThrownBy(() -> rateLimiter.acquireForLogin("an", "2001:db8:0:3::1", null));
    rateLimiter.acquireForLogin("an", "2001:db8:0:100::1", null);
  }

  @Test
  void customersOfOneIpv6OrganizationShareALimitOfCodes() throws Exception {
    for (int customer = 1; customer <= 8; customer++) {
      for (int code = 0; code < 10; code++) {
        rateLimiter.acquireForCode("2001:db8:0:" + customer + "00::" + code);
      }
    }
    assertThatExceptionOfType(LoginRateLimiter.RateLimitExceededException.class)
        .isThrownBy(() -> rateLimiter.acquireForCode("2001:db8:0:900::1"));
    rateLimiter.acquireForCode("2001:db8:1::1");
  }

  @Test
  void aRefusedAttemptIsRefundedInItsOtherLimits() throws Exception {
    spend("an", HERE, 10);
    for (int i = 0; i < 500; i++) {
      assertThatExceptionOfType(LoginRateLimiter.RateLimitExceededException.class)
          .isThrownBy(() -> rateLimiter.acquireForLogin("an", HERE, null));
    }
    rateLimiter.acquireForLogin("binh", HERE, null);
  }

  /** Otherwise 250 sign-ins with logins of a megabyte fill the memory. */
  @Test
  void theSizeOfAKeyDoesNotDependOnTheLogin() {
    String login = "ế" + "a".repeat(1_000_000);
    var key = LoginRateLimiter.Key.of(LoginRateLimiter.Kind.LOGIN, login);
    assertThat(key.digest()).hasSize(64);
    assertThat(key).isNotEqualTo(LoginRateLimiter.Key.of(LoginRateLimiter.Kind.LOGIN, login + "a"));
  }

  @Test
  void aDeviceCookieIsValidForItsLoginOnly() {
    var devices = new DeviceCookies(new Secret("a secret of this test"));
    String text = devices.issue("an");
    assertThat(devices.deviceOf("an", text)).isNotNull();
    assertThat(devices.deviceOf("binh", text)).isNull();
    assertThat(devices.deviceOf("an", text + "A")).isNull();
    assertThat(devices.deviceOf("an", null)).isNull();
  }

  private void spend(String login, String client, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      rateLimiter.acquireForLogin(login, client, null);
    }
  }
}
