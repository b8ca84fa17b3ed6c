package io.sitepulse.dashboard.secret;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes and their signature as one base64url text. */
public final class SignedToken {
  private static final int SIGNATURE = 16;

  private SignedToken() {}

  /** A text of both. */
  public static String seal(byte[] content, byte[] signature) {
    byte[] both =
        ByteBuffer.allocate(content.length + SIGNATURE).put(content).put(signature).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /** The content, if the text is one of ours with so many bytes of it. */
  public static Optional<byte[]> open(@Nullable String text, int length, Signer signer) {
    return open(text, signer).filter(content -> content.length == length);
  }

  /** The content, if the text is one of ours. */
  public static Optional<byte[]> open(@Nullable String text, Signer signer) {
    byte[] both = decode(text);
    if (both.length < SIGNATURE) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(both, both.length - SIGNATURE);
    byte[] signature = Arrays.copyOfRange(both, content.length, both.length);
    return MessageDigest.isEqual(signature, signer.sign(content))
        ? Optional.of(content)
        : Optional.empty();
  }

  /** What makes the signature of a content. */
  public interface Signer {
    byte[] sign(byte[] content);
  }

  private static byte[] decode(@Nullable String text) {
    try {
      return text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // Whatever a stranger sent, it is none of ours.
    }
  }
}
