package io.sitepulse.ingest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymTest {
  private static final Salt SALT = salt(0);

  /** The expected values come from another implementation of HMAC-SHA256. */
  @ParameterizedTest
  @CsvSource({
    "demo,203.0.113.7,Mozilla/5.0 (X11),13a127fa7d5271ff",
    "demo,2001:db8::1,'',0d7ae2bf1f499f46",
    "cổng,10.0.0.1,tiếng Việt,410339eb77b6f749",
  })
  void aPseudonymIsTheFirst64BitsOfTheHmac(String site, String address, String agent, String name) {
    assertThat(Pseudonym.of(SALT, site, address, agent)).isEqualTo(name);
  }

  @Test
  void aDifferentSaltSiteAddressOrAgentGivesADifferentPseudonym() {
    assertThat(
            new String[] {
              Pseudonym.of(SALT, "a", "b", "c"),
              Pseudonym.of(salt(1), "a", "b", "c"),
              Pseudonym.of(SALT, "x", "b", "c"),
              Pseudonym.of(SALT, "a", "x", "c"),
              Pseudonym.of(SALT, "a", "b", "x")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void movingACharacterToTheNextPartChangesThePseudonym() {
    assertThat(Pseudonym.of(SALT, "a", "bc", "d")).isNotEqualTo(Pseudonym.of(SALT, "ab", "c", "d"));
  }

  @Test
  void aPseudonymIsNeverZero() {
    assertThat(Pseudonym.orOne(0)).isEqualTo(1);
    assertThat(Pseudonym.orOne(-5)).isEqualTo(-5);
  }

  @Test
  void toStringHidesTheSalt() {
    assertThat(SALT.toString()).isEqualTo("Salt[***]");
  }

  static Salt salt(int first) {
    byte[] secret = new byte[Salt.BYTES];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (first + i);
    }
    return new Salt(secret, Instant.EPOCH);
  }
}
