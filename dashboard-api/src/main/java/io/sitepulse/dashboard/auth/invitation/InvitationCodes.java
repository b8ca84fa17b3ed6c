package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SignedToken;
import io.sitepulse.runtime.table.TopicTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Codes that let somebody choose a password. The signature covers the password the account has now,
 * so that a code works once: what it does makes it, and every other, invalid.
 *
 * <pre>
 * code = base64url(account | end ‖ HMAC(key, account | end | created | password hash))
 * </pre>
 */
public final class InvitationCodes {
  public static final Duration LIFE = Duration.ofDays(7);

  private static final String SEPARATOR = "|";

  private final TopicTable<Account> accounts;
  private final Secret key;

  public InvitationCodes(TopicTable<Account> accounts, Secret secret) {
    this.accounts = accounts;
    this.key = secret.forPurpose("sitepulse invitation");
  }

  public String make(Account account, Instant now) {
    String content = account.id() + SEPARATOR + now.plus(LIFE).toEpochMilli();
    return SignedToken.seal(content.getBytes(StandardCharsets.UTF_8), sign(content, account));
  }

  /** Whose password a code lets choose, if it still does. */
  public Optional<Account> accountOf(@Nullable String code, Instant now) {
    return SignedToken.open(code, this::sign)
        .map(InvitationCodes::text)
        .filter(content -> now.toEpochMilli() < endOf(content))
        .flatMap(this::account)
        .filter(account -> !account.disabled());
  }

  private byte[] sign(byte[] content) {
    String text = text(content);
    return account(text).map(account -> sign(text, account)).orElse(new byte[0]);
  }

  private byte[] sign(String content, Account account) {
    String created = Long.toString(account.created().toEpochMilli());
    String password = account.password() == null ? "" : account.password();
    return key.sign(content, created, password);
  }

  private Optional<Account> account(String content) {
    return accounts.get(content.substring(0, Math.max(0, content.indexOf(SEPARATOR))));
  }

  private static long endOf(String content) {
    return Long.parseLong(content.substring(content.indexOf(SEPARATOR) + 1));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
