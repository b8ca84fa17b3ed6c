package io.sitepulse.ingest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaltTest {
  private static final Salt SALT = salt(0);

  /** The expected values come from another implementation of HMAC-SHA256. */
  @ParameterizedTest
  @CsvSource({
    "demo,203.0.113.7,Mozilla/5.0 (X11),13a127fa7d5271ff",
    "demo,2001:db8::1,'',0d7ae2bf1f499f46",
    "cổng,10.0.0.1,tiếng Việt,410339eb77b6f749",
  })
  void aPseudonymIsTheFirst64BitsOfTheHmac(String site, String address, String agent, String name) {
    assertThat(SALT.pseudonym(site, address, agent)).isEqualTo(name);
  }

  @Test
  void aDifferentSaltSiteAddressOrAgentGivesADifferentPseudonym() {
    assertThat(
            new String[] {
              SALT.pseudonym("a", "b", "c"),
              salt(1).pseudonym("a", "b", "c"),
              SALT.pseudonym("x", "b", "c"),
              SALT.pseudonym("a", "x", "c"),
              SALT.pseudonym("a", "b", "x")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void movingACharacterToTheNextPartChangesThePseudonym() {
    assertThat(SALT.pseudonym("a", "bc", "d")).isNotEqualTo(SALT.pseudonym("ab", "c", "d"));
  }

  @Test
  void aPseudonymIsNeverZero() {
    assertThat(Salt.orOne(0)).isEqualTo(1);
    assertThat(Salt.orOne(-5)).isEqualTo(-5);
  }

  @Test
  void aClientOfIpv6IsItsNetwork() {
    Salt byNetwork = new Salt(new byte[Salt.BYTES], Instant.EPOCH, true);
    String first = byNetwork.pseudonym("a", "2001:db8:0:7:1c2d::1", "x");

    assertThat(byNetwork.pseudonym("a", "2001:db8:0:7::2", "x")).isEqualTo(first);
    assertThat(byNetwork.pseudonym("a", "2001:db8:0:8::2", "x")).isNotEqualTo(first);
    assertThat(byNetwork.pseudonym("a", "203.0.113.7", "x"))
        .isNotEqualTo(byNetwork.pseudonym("a", "203.0.113.8", "x"));
  }

  @Test
  void aSaltOfAnEarlierReleaseTellsAddressesApart() {
    assertThat(SALT.pseudonym("a", "2001:db8::1", "x"))
        .isNotEqualTo(SALT.pseudonym("a", "2001:db8::2", "x"));
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
    return new Salt(secret, Instant.EPOCH, false);
  }
}
