package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a voter is, without knowing anybody. A token is 128 random bits and their signature; a voter
 * id is made from those bits and the poll under another key, so that ids of two polls share nothing
 * and neither tells the token. No address, user agent or visitor enters.
 *
 * <pre>
 * token   = base64url(random ‖ HMAC(k1, random))      kept by the browser; random may be
 *                                                     HMAC(k4, number) of a number it chose
 * voter   = HMAC(HMAC(k2, poll), random)              in poll-votes, 32 hex digits
 * receipt = base64url(nonce ‖ HMAC(k3, poll | nonce)) "somebody here voted in this poll"
 * </pre>
 *
 * A receipt names no voter on purpose: it may stand in an address, hence in somebody's log beside
 * an IP address, and must not lead from there to a ballot.
 */
public final class VoterTokens {
  private static final int RANDOM = 16;
  private static final int NONCE = 8;

  private final TokenSigner tokens;
  private final Secret voterKey;
  private final TokenSigner receipts;
  private final Secret firstKey;
  private final SecureRandom random = new SecureRandom();

  public VoterTokens(Secret secret) {
    this.tokens = new TokenSigner(secret, "sitepulse voter token");
    this.voterKey = secret.forPurpose("sitepulse voter id");
    this.receipts = new TokenSigner(secret, "sitepulse vote receipt");
    this.firstKey = secret.forPurpose("sitepulse first vote");
  }

  /** A token nobody has yet. */
  public String issue() {
    return tokens.sign(randomBytes(RANDOM));
  }

  /**
   * The token made of a number that the browser chose: always the same for the same number. A
   * browser whose answer with the token got lost sends the number again and is the same voter then.
   */
  String issueFor(UUID number) {
    return tokens.sign(firstKey.sign(number.toString()));
  }

  /** What a browser without a cookie names as its voter: a token of ours, or a number for one. */
  Optional<String> named(@Nullable String voter) {
    return genuine(voter).or(() -> number(voter).map(this::issueFor));
  }

  /** The token itself if it is one of ours. */
  public Optional<String> genuine(@Nullable String token) {
    return tokens.verify(token).map(tokens::sign);
  }

  /**
   * The voter id of a genuine token in a poll.
   *
   * @throws IllegalArgumentException if the token is not one of ours
   */
  String voterOf(String poll, String token) {
    byte[] bits =
        tokens.verify(token).orElseThrow(() -> new IllegalArgumentException("not a voter token"));
    return HexFormat.of().formatHex(voterKey.forPurpose(poll).sign(bits));
  }

  /** Proof that somebody with this browser voted in a poll. */
  String receipt(String poll) {
    byte[] nonce = randomBytes(NONCE);
    return receipts.sign(nonce, signedBytes(poll, nonce));
  }

  /** Whether a receipt is one of ours for this poll. */
  boolean isReceipt(String poll, @Nullable String receipt) {
    return receipts.verify(receipt, nonce -> Optional.of(signedBytes(poll, nonce))).isPresent();
  }

  private static Optional<UUID> number(@Nullable String text) {
    try {
      return Optional.ofNullable(text).filter(one -> one.length() == 36).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] signedBytes(String poll, byte[] nonce) {
    byte[] name = (poll + "|").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(name.length + nonce.length).put(name).put(nonce).array();
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
