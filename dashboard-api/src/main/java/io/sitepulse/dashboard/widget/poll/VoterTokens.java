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
 * Issues and verifies the anonymous tokens of voters, derives voter ids from them, and issues
 * receipts.
 *
 * <p>A token is 128 random bits with their signature. The voter id is derived from these bits and
 * the poll under another key: ids of two polls cannot be linked, and neither reveals the token. IP
 * address, user agent and visitor are not used.
 *
 * <pre>
 * token   = base64url(random ‖ HMAC(k1, random))      stored by the browser. random may be
 *                                                     HMAC(k4, number) of a number it chose, or
 *                                                     HMAC(k5, id) of the id that it gave its vote
 * id      = HMAC(k6, id)                              in poll-votes, if the token is made of the id
 * voter   = HMAC(HMAC(k2, poll), random)              in poll-votes, 32 hex digits
 * receipt = base64url(nonce ‖ HMAC(k3, poll | nonce)) "a vote was cast in this poll"
 * </pre>
 *
 * <p>A receipt does not identify the voter. It may be part of a URL, and so of an access log with
 * IP addresses, which must not lead to a ballot.
 */
public final class VoterTokens {
  private static final int TOKEN_BYTES = 16;
  private static final int NONCE_BYTES = 8;

  private final TokenSigner tokens;
  private final Secret voterKey;
  private final TokenSigner receipts;
  private final Secret numberKey;
  private final Secret idKey;
  private final Secret storedIdKey;
  private final SecureRandom random = new SecureRandom();

  public VoterTokens(Secret secret) {
    this.tokens = new TokenSigner(secret, "sitepulse voter token");
    this.voterKey = secret.forPurpose("sitepulse voter id");
    this.receipts = new TokenSigner(secret, "sitepulse vote receipt");
    this.numberKey = secret.forPurpose("sitepulse voter number");
    this.idKey = secret.forPurpose("sitepulse vote without a voter");
    this.storedIdKey = secret.forPurpose("sitepulse stored vote id");
  }

  /** Issues a new random token. */
  public String issue() {
    return tokens.sign(randomBytes(TOKEN_BYTES));
  }

  /**
   * Derives a token from a number that the browser chose. The same number gives the same token: a
   * browser that lost the response with its token sends the number again and remains the same
   * voter.
   */
  String issueFor(UUID number) {
    return tokens.sign(numberKey.sign(number.toString()));
  }

  /**
   * Derives a token from the id of a vote that has neither a token nor a number: the same vote sent
   * again is that of the same voter. The id must not be stored, see {@link #storedId}.
   */
  String issueForVote(UUID id) {
    return tokens.sign(idKey.sign(id.toString()));
  }

  /**
   * Returns the id to store in place of one that a token is derived from. Otherwise a reader of the
   * votes could derive the token, link the ballots of the voter and change them.
   */
  UUID storedId(UUID id) {
    var bits = ByteBuffer.wrap(storedIdKey.sign(id.toString()));
    return new UUID(bits.getLong(), bits.getLong());
  }

  /** The token of a client without cookies, which sends a token or a number to derive one from. */
  Optional<String> tokenOf(@Nullable String voter) {
    return genuine(voter).or(() -> number(voter).map(this::issueFor));
  }

  /** The token in canonical form. Empty if its signature is not valid. */
  public Optional<String> genuine(@Nullable String token) {
    return tokens.verify(token).map(tokens::sign);
  }

  /**
   * Derives the voter id of a genuine token in a poll.
   *
   * @throws IllegalArgumentException if the signature of the token is not valid
   */
  String voterOf(String poll, String token) {
    byte[] bits =
        tokens.verify(token).orElseThrow(() -> new IllegalArgumentException("not a voter token"));
    return HexFormat.of().formatHex(voterKey.forPurpose(poll).sign(bits));
  }

  /** Issues a receipt: proof that this browser has voted in a poll. */
  String receipt(String poll) {
    byte[] nonce = randomBytes(NONCE_BYTES);
    return receipts.sign(nonce, signedBytes(poll, nonce));
  }

  /** Tells whether a receipt is genuine and of this poll. */
  boolean isReceipt(String poll, @Nullable String receipt) {
    return receipts.verify(receipt, nonce -> Optional.of(signedBytes(poll, nonce))).isPresent();
  }

  private static Optional<UUID> number(@Nullable String text) {
    try {
      return Optional.ofNullable(text).filter(uuid -> uuid.length() == 36).map(UUID::fromString);
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
