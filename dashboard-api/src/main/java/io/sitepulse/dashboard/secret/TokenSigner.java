package io.sitepulse.dashboard.secret;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies the tokens of one purpose. A token is a content and its signature as one
 * base64url text.
 *
 * <pre>
 * key   = HMAC(secret, purpose)
 * token = base64url(content ‖ HMAC(key, signed bytes)[0..16))
 * </pre>
 *
 * The signed bytes are the content, or the content with values that the token is bound to and does
 * not carry. A token of another purpose is refused, because its key is another one. Thread-safe.
 */
public final class TokenSigner {
  private static final int SIGNATURE_BYTES = 16;

  private final Secret key;

  /** Adds the values that a token is bound to. */
  public interface Binding {
    /** Returns the signed bytes of a content, or empty if no token with this content is valid. */
    Optional<byte[]> signedBytes(byte[] content);
  }

  /**
   * Derives the key of a purpose.
   *
   * @param purpose distinct for each kind of token. Tokens already issued depend on it.
   */
  public TokenSigner(Secret secret, String purpose) {
    this.key = secret.forPurpose(purpose);
  }

  /** Returns the token of a content. */
  public String sign(byte[] content) {
    return sign(content, content);
  }

  /**
   * Returns the token of a content that is bound to other values.
   *
   * @param signedBytes as {@link Binding#signedBytes} returns them for this content
   */
  public String sign(byte[] content, byte[] signedBytes) {
    byte[] token =
        ByteBuffer.allocate(content.length + SIGNATURE_BYTES)
            .put(content)
            .put(key.sign(signedBytes))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Returns the content of a token, or empty if the token is null or its signature is wrong. */
  public Optional<byte[]> verify(@Nullable String token) {
    return verify(token, Optional::of);
  }

  /** Returns the content of a token that is bound to other values, or empty if it is not valid. */
  public Optional<byte[]> verify(@Nullable String token, Binding binding) {
    byte[] bytes = decode(token);
    if (bytes.length < SIGNATURE_BYTES) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
    byte[] signature = Arrays.copyOfRange(bytes, content.length, bytes.length);
    return binding
        .signedBytes(content)
        .filter(signed -> MessageDigest.isEqual(signature, key.sign(signed)))
        .map(signed -> content);
  }

  /**
   * Returns the content of a token that has not expired.
   *
   * @param expiry reads from a verified content the instant from which the token is refused
   */
  public Optional<byte[]> verifyUnexpired(
      @Nullable String token, Binding binding, Instant now, Function<byte[], Instant> expiry) {
    return verify(token, binding).filter(content -> now.isBefore(expiry.apply(content)));
  }

  /** Encodes an instant as 8 bytes: milliseconds since the epoch, big-endian. */
  public static byte[] bytesOf(Instant instant) {
    return ByteBuffer.allocate(Long.BYTES).putLong(instant.toEpochMilli()).array();
  }

  /** Decodes {@link #bytesOf}. */
  public static Instant instantOf(byte[] bytes) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
  }

  private static byte[] decode(@Nullable String token) {
    try {
      return token == null ? new byte[0] : Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // Not base64url, so it is not a token.
    }
  }
}
