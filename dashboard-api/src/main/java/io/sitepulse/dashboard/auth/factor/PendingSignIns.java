package io.sitepulse.dashboard.auth.factor;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.SecondFactor;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks the tokens of sign-ins whose password was right and whose code is still to
 * come. The page keeps the token, so any instance can complete the sign-in. The signature covers
 * the password hash and the second factor, so a change of either ends all pending sign-ins.
 *
 * <pre>
 * content      = account | expiry
 * signed bytes = account | expiry | created | password hash | second factor   (times in ms)
 * </pre>
 */
final class PendingSignIns {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String SEPARATOR = "|";

  private final AccountService accounts;
  private final TokenSigner signer;

  PendingSignIns(AccountService accounts, Secret secret) {
    this.accounts = accounts;
    this.signer = new TokenSigner(secret, "sitepulse pending sign-in");
  }

  String issue(Account account, Instant now) {
    String content = account.id() + SEPARATOR + now.plus(LIFETIME).toEpochMilli();
    return signer.sign(bytes(content), signedBytes(content, account));
  }

  /** Returns the enabled account of a token that is genuine and has not expired. */
  Optional<Account> accountOf(@Nullable String token, Instant now) {
    return signer
        .verifyUnexpired(token, this::signedBytes, now, PendingSignIns::expiryOf)
        .flatMap(content -> account(text(content)))
        .filter(account -> !account.disabled());
  }

  private Optional<byte[]> signedBytes(byte[] content) {
    String text = text(content);
    return account(text).map(account -> signedBytes(text, account));
  }

  private static byte[] signedBytes(String content, Account account) {
    SecondFactor factor = account.secondFactor();
    return bytes(
        String.join(
            SEPARATOR,
            content,
            Long.toString(account.created().toEpochMilli()),
            account.password() == null ? "" : account.password(),
            factor == null ? "" : factor.secret()));
  }

  private Optional<Account> account(String content) {
    return accounts.find(content.substring(0, Math.max(0, content.indexOf(SEPARATOR))));
  }

  private static Instant expiryOf(byte[] content) {
    String text = text(content);
    return Instant.ofEpochMilli(Long.parseLong(text.substring(text.indexOf(SEPARATOR) + 1)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
