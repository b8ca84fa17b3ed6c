package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.runtime.table.TopicTable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys for programs: {@code sp_<account>_<token>_<secret>}. The secret is 256 random bits, so a
 * plain SHA-256 of the key is all that has to be kept: there is nothing to guess.
 */
public final class ApiTokenService {
  private static final String PREFIX = "sp";
  private static final int PARTS = 4;
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 8;

  private final TopicTable<Account> accounts;
  private final SecureRandom random = new SecureRandom();

  /**
   * A key as it is shown once.
   *
   * @param key the text itself
   */
  public record Made(ApiToken token, String key) {
    @Override
    public String toString() {
      return token.toString();
    }
  }

  public ApiTokenService(TopicTable<Account> accounts) {
    this.accounts = accounts;
  }

  /** A new key of an account. */
  public Made make(
      Account account, String name, Role role, Instant now, @Nullable Instant expires) {
    String id = HexFormat.of().formatHex(bytes(ID_BYTES));
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    String key = String.join("_", PREFIX, account.id(), id, secret);
    return new Made(new ApiToken(id, name, sha256(key), role, now, expires), key);
  }

  /** Whom a key is for, if it is one that counts now. */
  Optional<Caller> find(String key, Instant now) {
    String[] parts = key.split("_", PARTS);
    if (parts.length != PARTS || !parts[0].equals(PREFIX)) {
      return Optional.empty();
    }
    return accounts
        .get(parts[1])
        .filter(account -> !account.disabled())
        .flatMap(account -> caller(account, parts[2], key, now));
  }

  private static Optional<Caller> caller(Account account, String id, String key, Instant now) {
    byte[] hash = sha256(key).getBytes(StandardCharsets.US_ASCII);
    return account.tokens().stream()
        .filter(token -> token.id().equals(id) && token.isValidAt(now))
        .filter(
            token -> MessageDigest.isEqual(hash, token.hash().getBytes(StandardCharsets.US_ASCII)))
        .findFirst()
        .map(token -> new Caller(account, null, token));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
