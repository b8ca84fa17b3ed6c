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

  private final SessionTokenCodec sessionTokenCodec =
      new SessionTokenCodec(
          new Secret("a secret of this test"), Duration.ofHours(12), Duration.ofDays(7));
  private final Account account = AccountDraft.fresh("an", "an", "An", NOW);

  @Test
  void aSessionIsReadByWhoeverHasTheSecretAndByNobodyElse() {
    Session session = sessionTokenCodec.begin(account, NOW);
    String text = sessionTokenCodec.text(session);
    var others =
        new SessionTokenCodec(
            new Secret("quite another secret"), Duration.ofHours(1), Duration.ofDays(1));
    assertThat(sessionTokenCodec.read(text)).hasValue(session);
    assertThat(others.read(text)).isEmpty();
    assertThat(sessionTokenCodec.read(null)).isEmpty();
    assertThat(sessionTokenCodec.read("")).isEmpty();
    assertThat(sessionTokenCodec.read(text.substring(4))).isEmpty();
  }

  @Test
  void noPartOfASessionCanBeChanged() {
    String text = sessionTokenCodec.text(sessionTokenCodec.begin(account, NOW));
    // The last character carries bits beyond the last byte, so it is left out.
    for (int i = 0; i < text.length() - 1; i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(sessionTokenCodec.read(text.substring(0, i) + other + text.substring(i + 1)))
          .isEmpty();
    }
  }

  @Test
  void itEndsWhenNobodyUsesItAndAtTheLatestAfterItsLife() {
    Session session = sessionTokenCodec.begin(account, NOW);
    assertThat(sessionTokenCodec.admits(session, account, NOW.plus(Duration.ofHours(11)))).isTrue();
    assertThat(sessionTokenCodec.admits(session, account, NOW.plus(Duration.ofHours(12))))
        .isFalse();
    Session used = session.seen(NOW.plus(Duration.ofDays(7)).minusSeconds(2));
    assertThat(
            sessionTokenCodec.admits(used, account, NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
        .isTrue();
    assertThat(sessionTokenCodec.admits(used, account, NOW.plus(Duration.ofDays(7)))).isFalse();
  }

  @Test
  void itIsGivenAnewNowAndThenAndNotEachTime() {
    Session session = sessionTokenCodec.begin(account, NOW);
    assertThat(sessionTokenCodec.renewed(session, NOW.plus(Duration.ofMinutes(29)))).isEmpty();
    assertThat(sessionTokenCodec.renewed(session, NOW.plus(Duration.ofMinutes(31)))).isPresent();
  }

  @Test
  void theAccountEndsOneSessionOrAllThatWereBegunBefore() {
    Session one = sessionTokenCodec.begin(account, NOW);
    Session two = sessionTokenCodec.begin(account, NOW);
    var draft = AccountDraft.of(account);
    draft.endedSessions.put(one.id(), sessionTokenCodec.latestEnd(NOW));
    assertThat(sessionTokenCodec.admits(one, draft.made(), NOW)).isFalse();
    assertThat(sessionTokenCodec.admits(two, draft.made(), NOW)).isTrue();
    Account ended = draft.endSessions(NOW.plusSeconds(1)).made();
    assertThat(sessionTokenCodec.admits(two, ended, NOW)).isFalse();
  }

  @Test
  void aSessionBegunWithASlowClockCountsAllTheSame() {
    Account ended = AccountDraft.of(account).endSessions(NOW.plusSeconds(30)).made();
    assertThat(sessionTokenCodec.admits(sessionTokenCodec.begin(ended, NOW), ended, NOW)).isTrue();
  }

  @Test
  void itIsForThatAccountAndNoOtherOfItsId() {
    Session session = sessionTokenCodec.begin(account, NOW);
    Account other = AccountDraft.fresh("an", "an", "An", NOW.plusSeconds(1));
    assertThat(sessionTokenCodec.admits(session, other, NOW)).isFalse();
    var disabled = AccountDraft.of(account);
    disabled.disabled = true;
    assertThat(sessionTokenCodec.admits(session, disabled.made(), NOW)).isFalse();
  }
}
