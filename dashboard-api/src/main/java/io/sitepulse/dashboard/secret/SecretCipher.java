package io.sitepulse.dashboard.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts values of one purpose that are stored, or kept by a client, until they are needed again.
 *
 * <pre>
 * key  = HMAC(secret, purpose)                                        AES-256
 * text = base64url(nonce ‖ AES-GCM(key, nonce, content, context))     nonce: 12 random bytes
 * </pre>
 *
 * The context is what the value belongs to, such as an account. It is not encrypted and not part of
 * the text. A text is refused in another context. Thread-safe.
 */
public final class SecretCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Derives the key of a purpose.
   *
   * @param purpose distinct for each kind of value
   */
  public SecretCipher(Secret secret, String purpose) {
    this.key = secret.encryptionKey(purpose);
  }

  /** Returns the encrypted text of a content. */
  public String encrypt(byte[] content, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(content);
      byte[] all =
          ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the content of an encrypted text. Empty if it was encrypted with another secret, for
   * another purpose or context, or is not an encrypted text.
   */
  public Optional<byte[]> decrypt(@Nullable String text, String context) {
    try {
      byte[] all = text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
      if (all.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, context);
      return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
