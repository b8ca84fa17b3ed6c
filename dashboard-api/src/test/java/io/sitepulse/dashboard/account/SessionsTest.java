package io.sitepulse.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123456Z");

  private final Sessions sessions =
      new Sessions(new Secret("a secret of this test"), Duration.ofHours(12), Duration.ofDays(7));
  private final Account account = AccountDraft.fresh("an", "an", "An", NOW);

  @Test
  void aSessionIsReadByWhoeverHasTheSecretAndByNobodyElse() {
    Session session = sessions.begin(account, NOW);
    String text = sessions.text(session);
    var others =
        new Sessions(new Secret("quite another secret"), Duration.ofHours(1), Duration.ofDays(1));
    assertThat(sessions.read(text)).hasValue(session);
    assertThat(others.read(text)).isEmpty();
    assertThat(sessions.read(null)).isEmpty();
    assertThat(sessions.read("")).isEmpty();
    assertThat(sessions.read(text.substring(4))).isEmpty();
  }

  @Test
  void noPartOfASessionCanBeChanged() {
    String text = sessions.text(sessions.begin(account, NOW));
    // The last character carries bits beyond the last byte, so it is left out.
    for (int i = 0; i < text.length() - 1; i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(sessions.read(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
  }

  @Test
  void itEndsWhenNobodyUsesItAndAtTheLatestAfterItsLife() {
    Session session = sessions.begin(account, NOW);
    assertThat(sessions.admits(session, account, NOW.plus(Duration.ofHours(11)))).isTrue();
    assertThat(sessions.admits(session, account, NOW.plus(Duration.ofHours(12)))).isFalse();
    Session used = session.seen(NOW.plus(Duration.ofDays(7)).minusSeconds(2));
    assertThat(sessions.admits(used, account, NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
        .isTrue();
    assertThat(sessions.admits(used, account, NOW.plus(Duration.ofDays(7)))).isFalse();
  }

  @Test
  void itIsGivenAnewNowAndThenAndNotEachTime() {
    Session session = sessions.begin(account, NOW);
    assertThat(sessions.renewed(session, NOW.plus(Duration.ofMinutes(29)))).isEmpty();
    assertThat(sessions.renewed(session, NOW.plus(Duration.ofMinutes(31)))).isPresent();
  }

  @Test
  void theAccountEndsOneSessionOrAllThatWereBegunBefore() {
    Session one = sessions.begin(account, NOW);
    Session two = sessions.begin(account, NOW);
    var draft = AccountDraft.of(account);
    draft.endedSessions.put(one.id(), sessions.latestEnd(NOW));
    assertThat(sessions.admits(one, draft.made(), NOW)).isFalse();
    assertThat(sessions.admits(two, draft.made(), NOW)).isTrue();
    Account ended = draft.endSessions(NOW.plusSeconds(1)).made();
    assertThat(sessions.admits(two, ended, NOW)).isFalse();
  }

  @Test
  void aSessionBegunWithASlowClockCountsAllTheSame() {
    Account ended = AccountDraft.of(account).endSessions(NOW.plusSeconds(30)).made();
    assertThat(sessions.admits(sessions.begin(ended, NOW), ended, NOW)).isTrue();
  }

  @Test
  void itIsForThatAccountAndNoOtherOfItsId() {
    Session session = sessions.begin(account, NOW);
    Account other = AccountDraft.fresh("an", "an", "An", NOW.plusSeconds(1));
    assertThat(sessions.admits(session, other, NOW)).isFalse();
    var disabled = AccountDraft.of(account);
    disabled.disabled = true;
    assertThat(sessions.admits(session, disabled.made(), NOW)).isFalse();
  }
}
