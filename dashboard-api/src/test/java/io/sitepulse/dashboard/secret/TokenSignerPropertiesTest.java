package io.sitepulse.dashboard.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Signed and encrypted tokens that were changed, cut or made up. */
class TokenSignerPropertiesTest {
  private static final String SEED = "20261129";
  private static final Secret SECRET = new Secret("a secret of this test");

  private final TokenSigner signer = new TokenSigner(SECRET, "test");
  private final TokenSigner other = new TokenSigner(SECRET, "another test");
  private final SecretCipher cipher = new SecretCipher(SECRET, "test");

  /** Texts of the letters of base64, of both kinds and with padding, and of others. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("AZaz09-_+/=. \u0000é|")
        .withCharRange('a', 'z')
        .ofMaxLength(80);
  }

  @Property(tries = 3_000, seed = SEED)
  void aTokenIsReadForItsPurposeOnly(@ForAll @Size(max = 100) byte[] content) {
    String token = signer.sign(content);

    assertThat(signer.verify(token)).hasValue(content);
    assertThat(other.verify(token)).isEmpty();
    assertThat(token).matches("[A-Za-z0-9_-]+");
  }

  @Property(tries = 3_000, seed = SEED)
  void aChangedTokenIsRefused(
      @ForAll @Size(max = 40) byte[] content, @ForAll int at, @ForAll("texts") String text) {
    String token = signer.sign(content);
    int index = Math.floorMod(at, token.length());
    String changed = token.substring(0, index) + text + token.substring(index);
    Assume.that(!changed.equals(token) && !changed.replace("=", "").equals(token));

    assertThat(signer.verify(changed)).isEmpty();
  }

  @Property(tries = 5_000, seed = SEED)
  void aTextIsNoToken(@ForAll("texts") String text) {
    assertThat(signer.verify(text)).isEmpty();
    assertThat(cipher.decrypt(text, "an")).isEmpty();
  }

  @Property(tries = 500, seed = SEED)
  void aSecretIsReadInItsContextOnly(@ForAll("texts") String content, @ForAll("texts") String to) {
    String text = cipher.encrypt(content.getBytes(StandardCharsets.UTF_8), "an");

    assertThat(cipher.decrypt(text, "an")).hasValue(content.getBytes(StandardCharsets.UTF_8));
    assertThat(cipher.decrypt(text, "an|" + to)).isEmpty();
    Assume.that(!text.equals(to + text.substring(1)));
    assertThat(cipher.decrypt(to + text.substring(1), "an")).isEmpty();
  }
}
