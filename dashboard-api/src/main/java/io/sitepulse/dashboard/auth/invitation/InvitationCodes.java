package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks codes with which the owner of an account sets a password. The signature covers
 * the present password hash and the account's nonce, so setting a password invalidates every
 * earlier code of the account, and so does {@link AccountDraft#revokeInvitations}.
 *
 * <pre>
 * content      = account | expiry
 * signed bytes = account | expiry | created | password hash [| nonce]    (times in milliseconds)
 * </pre>
 */
public final class InvitationCodes {
  public static final Duration LIFETIME = Duration.ofDays(7);

  private static final String SEPARATOR = "|";

  private final AccountService accounts;
  private final TokenSigner signer;

  public InvitationCodes(AccountService accounts, Secret secret) {
    this.accounts = accounts;
    this.signer = new TokenSigner(secret, "sitepulse invitation");
  }

  public String issue(Account account, Instant now) {
    String content = account.id() + SEPARATOR + now.plus(LIFETIME).toEpochMilli();
    return signer.sign(bytes(content), signedBytes(content, account));
  }

  /** Returns the enabled account that a valid code belongs to. */
  public Optional<Account> accountOf(@Nullable String code, Instant now) {
    return signer
        .verifyUnexpired(code, this::signedBytes, now, InvitationCodes::expiryOf)
        .flatMap(content -> account(text(content)))
        .filter(account -> !account.disabled());
  }

  private Optional<byte[]> signedBytes(byte[] content) {
    String text = text(content);
    return account(text).map(account -> signedBytes(text, account));
  }

  private static byte[] signedBytes(String content, Account account) {
    String created = Long.toString(account.created().toEpochMilli());
    String password = account.password() == null ? "" : account.password();
    String signed = String.join(SEPARATOR, content, created, password);
    String nonce = account.invitationNonce();
    return bytes(nonce == null ? signed : signed + SEPARATOR + nonce);
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
