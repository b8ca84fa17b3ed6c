package io.sitepulse.dashboard.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimePasswordsTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final OneTimePasswords passwords = new OneTimePasswords();

  /** The last 6 of the 8 digits in RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    Instant now = Instant.ofEpochSecond(second);
    assertThat(passwords.codeAt(SECRET, now)).isEqualTo(code);
    assertThat(passwords.stepOf(SECRET, code, now)).hasValue(second / 30);
  }

  @Test
  void aCodeIsTakenOneStepEarlyOrLateAndNotTwo() {
    Instant now = Instant.ofEpochSecond(1_111_111_109);
    String code = passwords.codeAt(SECRET, now);
    long step = now.getEpochSecond() / 30;
    assertThat(passwords.stepOf(SECRET, code, now.minusSeconds(30))).hasValue(step);
    assertThat(passwords.stepOf(SECRET, code, now.plusSeconds(30))).hasValue(step);
    assertThat(passwords.stepOf(SECRET, code, now.minusSeconds(60))).isEmpty();
    assertThat(passwords.stepOf(SECRET, code, now.plusSeconds(60))).isEmpty();
    assertThat(passwords.stepOf(SECRET, code + "0", now)).isEmpty();
    assertThat(passwords.stepOf(SECRET, "", now)).isEmpty();
  }

  /** The examples of RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void secretsAreWrittenInBase32(String text, String expected) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(OneTimePasswords.base32(bytes)).isEqualTo(expected);
  }

  @Test
  void theAddressNamesIssuerAndLogin() {
    assertThat(OneTimePasswords.uri(SECRET, "site pulse", "an@so.gov.vn"))
        .isEqualTo(
            "otpauth://totp/site%20pulse:an%40so.gov.vn"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=site%20pulse");
    assertThat(OneTimePasswords.STEP).isEqualTo(Duration.ofSeconds(30));
  }
}
