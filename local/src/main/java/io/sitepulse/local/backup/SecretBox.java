package io.sitepulse.local.backup;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets of a backup with AES-256-GCM. The key comes from a passphrase by Argon2id.
 * The name of an entry is authenticated with it, so entries cannot be exchanged.
 */
final class SecretBox {
  static final int SHORTEST_PASSPHRASE = 12;

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SALT_BYTES = 16;
  private static final int LARGEST_MEMORY_KIB = 1 << 20;
  private static final int MOST_PASSES = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyDerivation derivation;
  private final SecretKeySpec key;

  /**
   * Parameters of Argon2id.
   *
   * @param salt in Base64
   */
  public record KeyDerivation(int memoryKib, int passes, int lanes, String salt) {}

  private SecretBox(KeyDerivation derivation, SecretKeySpec key) {
    this.derivation = derivation;
    this.key = key;
  }

  /** Makes a box with a new salt. */
  static SecretBox create(String passphrase) throws BackupException {
    if (passphrase.length() < SHORTEST_PASSPHRASE) {
      throw new BackupException(
          "the passphrase must have at least " + SHORTEST_PASSPHRASE + " characters");
    }
    String salt = Base64.getEncoder().encodeToString(random(SALT_BYTES));
    return open(new KeyDerivation(64 * 1024, 3, 4, salt), passphrase);
  }

  /** Makes the box of an existing backup. A wrong passphrase shows with the first entry. */
  static SecretBox open(KeyDerivation derivation, String passphrase) throws BackupException {
    if (derivation.memoryKib() > LARGEST_MEMORY_KIB || derivation.passes() > MOST_PASSES) {
      throw new BackupException("the backup's key derivation has parameters beyond all measure");
    }
    byte[] hash =
        Argon2Function.getInstance(
                derivation.memoryKib(),
                derivation.passes(),
                derivation.lanes(),
                KEY_BYTES,
                Argon2.ID)
            .hash(
                passphrase.getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(derivation.salt()))
            .getBytes();
    return new SecretBox(derivation, new SecretKeySpec(hash, "AES"));
  }

  KeyDerivation derivation() {
    return derivation;
  }

  /** Encrypts the content of an entry. The result begins with the nonce. */
  byte[] seal(String entry, byte[] content) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, entry, nonce).doFinal(content);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decrypts the content of an entry.
   *
   * @throws BackupException if the passphrase is wrong or the entry was changed
   */
  byte[] open(String entry, byte[] sealed) throws BackupException {
    if (sealed.length < NONCE_BYTES) {
      throw new BackupException("the entry " + entry + " is cut off");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, entry, Arrays.copyOf(sealed, NONCE_BYTES))
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new BackupException("the passphrase is wrong, or the secrets were changed", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, String entry, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(entry.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
