package io.sitepulse.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
  private static final String PASSPHRASE = "một câu đủ dài";
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

  @Test
  void theSamePassphraseOpensWhatAnotherBoxSealed() throws Exception {
    SecretBox box = SecretBox.create(PASSPHRASE);
    byte[] sealed = box.seal("entry", SECRET);

    assertThat(SecretBox.open(box.derivation(), PASSPHRASE).open("entry", sealed))
        .isEqualTo(SECRET);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
    assertThat(box.seal("entry", SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void anotherPassphraseAnotherNameOrAnotherByteOpensNothing() throws Exception {
    SecretBox box = SecretBox.create(PASSPHRASE);
    byte[] sealed = box.seal("entry", SECRET);
    SecretBox other = SecretBox.open(box.derivation(), "một câu khác hẳn");
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;

    assertRefused(other, "entry", sealed);
    assertRefused(box, "another", sealed);
    assertRefused(box, "entry", changed);
    assertThatThrownBy(() -> box.open("entry", new byte[3])).isInstanceOf(BackupException.class);
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThatThrownBy(() -> SecretBox.create("too short"))
        .isInstanceOf(BackupException.class)
        .hasMessage("the passphrase must have at least 12 characters");
  }

  private static void assertRefused(SecretBox box, String entry, byte[] sealed) {
    assertThatThrownBy(() -> box.open(entry, sealed))
        .isInstanceOf(BackupException.class)
        .hasMessage("the passphrase is wrong, or the secrets were changed");
  }
}
