package io.sitepulse.dashboard.auth;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, written after RFC 6238 without the code that it tests. */
public final class AuthenticatorApp {
  private static final int BITS = 160;
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Clock clock;
  private String secret = "";
  private String last = "";

  public AuthenticatorApp(Clock clock) {
    this.clock = clock;
  }

  /** Takes a secret in base32, as the page shows it. */
  public void scan(String base32) {
    secret = base32;
  }

  String secret() {
    return secret;
  }

  /** Returns the present code. */
  public String code() throws Exception {
    last = code(clock.instant().getEpochSecond() / 30);
    return last;
  }

  /** Returns the code after the present one, as a phone shows it whose clock is ahead. */
  public String nextCode() throws Exception {
    return code(clock.instant().getEpochSecond() / 30 + 1);
  }

  /** Returns the code that was read last. */
  String lastCode() {
    return last;
  }

  /** Returns six digits that are no code of these minutes. */
  String wrongCode() throws Exception {
    long step = clock.instant().getEpochSecond() / 30;
    var near = Arrays.asList(code(step - 1), code(step), code(step + 1));
    String wrong = "000000";
    for (int i = 1; near.contains(wrong); i++) {
      wrong = "00000" + i;
    }
    return wrong;
  }

  private String code(long step) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
    byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private byte[] bytes() {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < secret.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(secret.charAt(i))));
    }
    byte[] all = number.toByteArray();
    byte[] bytes = new byte[BITS / Byte.SIZE];
    int length = Math.min(all.length, bytes.length);
    System.arraycopy(all, all.length - length, bytes, bytes.length - length, length);
    return bytes;
  }
}
