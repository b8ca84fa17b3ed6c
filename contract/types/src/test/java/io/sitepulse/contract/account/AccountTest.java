package io.sitepulse.contract.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class AccountTest {
  private final Account created =
      Account.builder().id("an").login("an").name("An").created(Instant.EPOCH).build();

  @Test
  void aChangeReplacesTheAccountItIsBasedOn() {
    Account changed = at(created.nextRevision());
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(changed.replaces(created)).isTrue();
  }

  @Test
  void ofTwoChangesOfOneAccountTheSecondIsRejected() {
    Account one = at(created.nextRevision());
    Account other = at(created.nextRevision());
    assertThat(other.replaces(one)).isFalse();
    assertThat(created.replaces(one)).isFalse();
  }

  /** The records between may have been compacted. */
  @Test
  void aLaterRevisionIsTakenAfterAGap() {
    assertThat(at(9).replaces(at(3))).isTrue();
  }

  @Test
  void aNewAccountReplacesNoAccountOfAnEarlierRelease() {
    Account earlier = at(0);
    assertThat(created.replaces(earlier)).isFalse();
    assertThat(at(earlier.nextRevision()).replaces(earlier)).isTrue();
  }

  @Test
  void anAccountOfAnEarlierReleaseIsReadAsBefore() {
    assertThat(at(0).replaces(at(9))).isTrue();
  }

  /** Else it is written in other bytes than it was read from. */
  @Test
  void endedSessionsAreInOneOrderWhicheverWasEndedFirst() {
    var forth = new LinkedHashMap<String, Instant>();
    var back = new LinkedHashMap<String, Instant>();
    for (int i = 0; i < 40; i++) {
      forth.put("session-" + i, Instant.EPOCH);
      back.put("session-" + (39 - i), Instant.EPOCH);
    }
    assertThat(created.toBuilder().endedSessions(forth).build().endedSessions().keySet())
        .containsExactlyElementsOf(
            created.toBuilder().endedSessions(back).build().endedSessions().keySet());
  }

  private Account at(long revision) {
    return created.toBuilder().revision(revision).build();
  }
}
