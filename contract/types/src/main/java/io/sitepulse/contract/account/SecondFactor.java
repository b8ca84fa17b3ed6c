package io.sitepulse.contract.account;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The second factor of an account: time-based one-time passwords (RFC 6238), and recovery codes for
 * when the device that makes them is lost.
 *
 * @param secret shared with the owner's device, encrypted by dashboard-api
 * @param since instant of the set-up
 * @param lastStep time step of the last code that was used. Codes up to this step are refused.
 * @param lastUse random text of the last use. Without it two instances that use one code at once
 *     would write the same record, and each take the other's for its own.
 * @param recoveryCodes SHA-256 of the recovery codes that were not used yet, 64 hex digits each
 */
public record SecondFactor(
    String secret, Instant since, long lastStep, String lastUse, List<String> recoveryCodes) {
  /** Number of recovery codes of a new list. */
  public static final int RECOVERY_CODES = 10;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  @SuppressWarnings("NullAway") // Jackson hands over null for what a definition leaves out.
  public SecondFactor {
    Require.text(secret, 500, "secondFactor.secret");
    Require.present(since, "secondFactor.since");
    Require.text(lastUse, 100, "secondFactor.lastUse");
    recoveryCodes = recoveryCodes == null ? List.of() : List.copyOf(recoveryCodes);
    Require.count(recoveryCodes, 0, RECOVERY_CODES, "secondFactor.recoveryCodes");
    recoveryCodes.forEach(hash -> Require.matches(hash, HASH, "secondFactor.recoveryCodes"));
  }

  /** Returns it with a code of a time step used up. */
  public SecondFactor usedAt(long step, String use) {
    return new SecondFactor(secret, since, step, use, recoveryCodes);
  }

  /** Returns it with other recovery codes. */
  public SecondFactor withRecoveryCodes(List<String> hashes) {
    return new SecondFactor(secret, since, lastStep, lastUse, hashes);
  }

  /** Returns it without a recovery code, which is used up. */
  public SecondFactor withoutRecoveryCode(String hash, String use) {
    var left = new ArrayList<>(recoveryCodes);
    left.remove(hash);
    return new SecondFactor(secret, since, lastStep, use, left);
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "SecondFactor since " + since;
  }
}
