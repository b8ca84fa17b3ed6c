package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SignedToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a vote was sent from our own form: bound to the poll, to the voter the form was made
 * for, and to the day. A foreign page can neither read a visitor's form nor make one for their
 * cookie.
 */
final class FormTokens {
  private static final Duration VALID = Duration.ofHours(24);

  private final Secret key;
  private final Clock clock;

  FormTokens(Secret secret, Clock clock) {
    this.key = secret.forPurpose("sitepulse vote form");
    this.clock = clock;
  }

  String issue(String poll, String voter) {
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(clock.millis()).array();
    return SignedToken.seal(time, sign(poll, voter, time));
  }

  boolean isGenuine(@Nullable String token, String poll, String voter) {
    return SignedToken.open(token, Long.BYTES, time -> sign(poll, voter, time))
        .map(time -> clock.millis() - ByteBuffer.wrap(time).getLong())
        .filter(age -> age <= VALID.toMillis())
        .isPresent();
  }

  private byte[] sign(String poll, String voter, byte[] time) {
    byte[] names = (poll + "|" + voter + "|").getBytes(StandardCharsets.UTF_8);
    return key.sign(ByteBuffer.allocate(names.length + time.length).put(names).put(time).array());
  }
}
