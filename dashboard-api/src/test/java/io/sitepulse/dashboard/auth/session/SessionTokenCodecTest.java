package io.sitepulse.dashboard.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTokenCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123456Z");

  private final SessionTokenCodec codec =
      new SessionTokenCodec(
          new Secret("a secret of this test"),
          Duration.ofHours(12),
          Duration.ofDays(7),
          Duration.ofHours(1));
  private final Account account = AccountDraft.newAccount("an", "an", "An", NOW);

  /** Computed outside of this program. The cookies that browsers have must stay valid. */
  @Test
  void theFormatsStayTheSame() {
    Instant time = Instant.parse("2026-11-22T01:00:00Z");
    assertThat(codec.encode(new Session("00", "an", time, time, time)))
        .isEqualTo(
            "MDB8YW58MTc5NTMwOTIwMDAwMHwxNzk1MzA5MjAwMDAwfDE3OTUzMDkyMDAwMDAQP5K-KBJQxNiDaEfNqGut");
    var devices = new DeviceCookies(new Secret("a secret of this test"));
    assertThat(devices.deviceOf("an", "MDB8YW55HeCsrdb1XUAHGiQ51Ynb")).isEqualTo("00|an");
  }

  @Test
  void aSessionIsReadWithTheSameSecretOnly() {
    Session session = codec.start(account, false, NOW);
    String text = codec.encode(session);
    var others =
        new SessionTokenCodec(
            new Secret("quite another secret"),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofHours(1));
    assertThat(codec.decode(text)).hasValue(session);
    assertThat(others.decode(text)).isEmpty();
    assertThat(codec.decode(null)).isEmpty();
    assertThat(codec.decode("")).isEmpty();
    assertThat(codec.decode(text.substring(4))).isEmpty();
  }

  @Test
  void aTokenWithAnyCharacterChangedIsRefused() {
    String text = codec.encode(codec.start(account, false, NOW));
    // The last character has bits beyond the last byte, so it is left out.
    for (int i = 0; i < text.length() - 1; i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(codec.decode(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
  }

  @Test
  void aSessionEndsAfterItsIdleTimeAndAtItsLongestAge() {
    Session session = codec.start(account, false, NOW);
    assertThat(codec.isValid(session, account, NOW.plus(Duration.ofHours(11)))).isTrue();
    assertThat(codec.isValid(session, account, NOW.plus(Duration.ofHours(12)))).isFalse();
    Session used = session.seen(NOW.plus(Duration.ofDays(7)).minusSeconds(2));
    assertThat(codec.isValid(used, account, NOW.plus(Duration.ofDays(7)).minusSeconds(1))).isTrue();
    assertThat(codec.isValid(used, account, NOW.plus(Duration.ofDays(7)))).isFalse();
  }

  @Test
  void aSessionOfTheProviderEndsAnHourAfterTheSignIn() {
    Session session = codec.start(account, true, NOW);
    Session used = session.seen(session.begun().plus(Duration.ofMinutes(50)));
    assertThat(codec.decode(codec.encode(used))).hasValue(used);
    assertThat(codec.isValid(used, account, NOW.plus(Duration.ofMinutes(59)))).isTrue();
    assertThat(codec.isValid(used, account, NOW.plus(Duration.ofHours(1)))).isFalse();
  }

  @Test
  void aSessionIsRefreshedAtIntervals() {
    Session session = codec.start(account, false, NOW);
    assertThat(codec.refresh(session, NOW.plus(Duration.ofMinutes(29)))).isEmpty();
    assertThat(codec.refresh(session, NOW.plus(Duration.ofMinutes(31)))).isPresent();
  }

  @Test
  void anAccountEndsOneSessionOrAllEarlierOnes() {
    Session one = codec.start(account, false, NOW);
    Session two = codec.start(account, false, NOW);
    var draft = AccountDraft.of(account);
    draft.endedSessions.put(one.id(), codec.latestEnd(NOW));
    assertThat(codec.isValid(one, draft.toAccount(), NOW)).isFalse();
    assertThat(codec.isValid(two, draft.toAccount(), NOW)).isTrue();
    Account ended = draft.endSessions(NOW.plusSeconds(1)).toAccount();
    assertThat(codec.isValid(two, ended, NOW)).isFalse();
  }

  @Test
  void aSessionStartedWithASlowClockIsValid() {
    Account ended = AccountDraft.of(account).endSessions(NOW.plusSeconds(30)).toAccount();
    assertThat(codec.isValid(codec.start(ended, false, NOW), ended, NOW)).isTrue();
  }

  @Test
  void aSessionIsRefusedForALaterAccountWithTheSameId() {
    Session session = codec.start(account, false, NOW);
    Account other = AccountDraft.newAccount("an", "an", "An", NOW.plusSeconds(1));
    assertThat(codec.isValid(session, other, NOW)).isFalse();
    var disabled = AccountDraft.of(account);
    disabled.disabled = true;
    assertThat(codec.isValid(session, disabled.toAccount(), NOW)).isFalse();
  }
}
