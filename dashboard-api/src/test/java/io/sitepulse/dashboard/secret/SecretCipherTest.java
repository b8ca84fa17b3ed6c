package io.sitepulse.dashboard.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
  private static final byte[] CONTENT = "quite a secret".getBytes(StandardCharsets.UTF_8);
  private static final Secret SECRET = new Secret("a secret of this test");

  private final SecretCipher cipher = new SecretCipher(SECRET, "purpose");

  @Test
  void whatWasEncryptedIsReadAgain() {
    String text = cipher.encrypt(CONTENT, "an");
    assertThat(cipher.decrypt(text, "an")).contains(CONTENT);
    assertThat(text).isNotEqualTo(cipher.encrypt(CONTENT, "an"));
    assertThat(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret");
  }

  @Test
  void anotherContextPurposeOrSecretReadsNothing() {
    String text = cipher.encrypt(CONTENT, "an");
    assertThat(cipher.decrypt(text, "binh")).isEmpty();
    assertThat(new SecretCipher(SECRET, "other").decrypt(text, "an")).isEmpty();
    assertThat(new SecretCipher(new Secret("another secret here"), "purpose").decrypt(text, "an"))
        .isEmpty();
  }

  @Test
  void aChangedTextReadsNothing() {
    byte[] bytes = Base64.getUrlDecoder().decode(cipher.encrypt(CONTENT, "an"));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(cipher.decrypt(Base64.getUrlEncoder().encodeToString(changed), "an")).isEmpty();
    }
    for (String text : new String[] {null, "", "x", "not base64!", "AAAA"}) {
      assertThat(cipher.decrypt(text, "an")).isEmpty();
    }
  }
}
