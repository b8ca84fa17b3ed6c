package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates, removes and authenticates API tokens: {@code sp_<account>_<token>_<secret>}. The secret
 * has 256 random bits, so an unsalted SHA-256 of the token is safe to store: it cannot be guessed.
 *
 * <p>The day of the last use is recorded once a day for each token.
 */
public final class ApiTokenService {
  private static final Duration DEFAULT_LIFETIME = Duration.ofDays(365);
  private static final String PREFIX = "sp";
  private static final int PARTS = 4;
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 8;

  private static final Logger LOG = LoggerFactory.getLogger(ApiTokenService.class);

  private final AccountService accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Ids of tokens whose use is being recorded. */
  private final Set<String> recording = ConcurrentHashMap.newKeySet();

  /**
   * A new API token.
   *
   * @param token the stored part
   * @param secret the text that the program sends, shown once
   */
  public record NewToken(ApiToken token, String secret) {
    @Override
    public String toString() {
      return token.toString();
    }
  }

  public ApiTokenService(AccountService accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Returns the expiry of a token for which its owner names none. */
  public Instant defaultExpiry() {
    return clock.instant().plus(DEFAULT_LIFETIME);
  }

  /**
   * Creates an API token of an account.
   *
   * @param expires null: it does not expire
   * @param account its owner, who is also the author of the change
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming a field that is not valid
   */
  public Future<NewToken> create(
      Account account, @Nullable String name, @Nullable Role role, @Nullable Instant expires) {
    NewToken created = validated(account, name == null ? "" : name, role, expires);
    return add(account, created.token()).map(created);
  }

  private NewToken validated(
      Account account, String name, @Nullable Role role, @Nullable Instant expires) {
    try {
      if (expires != null && !clock.instant().isBefore(expires)) {
        throw new FieldViolationException("expires", Rule.OVER, "is in the past");
      }
      return generate(account, name, Require.present(role, "role"), expires);
    } catch (FieldViolationException e) {
      throw Problem.invalid(e.of(e.field().replaceFirst("^tokens\\.", ""))).asException();
    }
  }

  /**
   * Generates an API token without storing it.
   *
   * @throws IllegalArgumentException naming a field that is not valid
   */
  public NewToken generate(Account account, String name, Role role, @Nullable Instant expires) {
    String id = HexFormat.of().formatHex(bytes(ID_BYTES));
    String random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    String secret = String.join("_", PREFIX, account.id(), id, random);
    return new NewToken(
        new ApiToken(id, name, Sha256.hex(secret), role, clock.instant(), expires), secret);
  }

  private Future<Account> add(Account account, ApiToken token) {
    return accounts.updateOwn(
        account,
        "token.create",
        draft -> {
          var tokens = new ArrayList<>(draft.tokens);
          tokens.add(token);
          draft.tokens = tokens;
        });
  }

  /** Removes a token from an account. Fails with a 404 problem if it has no such token. */
  public Future<Account> remove(String account, String token, Author by) {
    return accounts.update(
        account,
        by,
        "token.remove",
        draft -> {
          var tokens = new ArrayList<>(draft.tokens);
          if (!tokens.removeIf(known -> known.id().equals(token))) {
            throw Problem.notFound("No such API token.").asException();
          }
          draft.tokens = tokens;
        });
  }

  /** Returns the caller of a token that is valid now. */
  Optional<Caller> authenticate(String secret) {
    String[] parts = secret.split("_", PARTS);
    if (parts.length != PARTS || !parts[0].equals(PREFIX)) {
      return Optional.empty();
    }
    return accounts
        .find(parts[1])
        .filter(account -> !account.disabled())
        .flatMap(account -> caller(account, parts[2], secret, clock.instant()))
        .map(this::used);
  }

  private Caller used(Caller caller) {
    ApiToken token = caller.token();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Site.DEFAULT_ZONE);
    if (token != null && isBefore(token.lastUsed(), today) && recording.add(token.id())) {
      accounts
          .record(caller.account().id(), draft -> draft.tokens = usedOn(draft.tokens, token, today))
          .onComplete(ended -> recording.remove(token.id()))
          .onFailure(
              e ->
                  LOG.atInfo()
                      .addKeyValue(LogKeys.ERROR, e.toString())
                      .log("use of an API token is not recorded"));
    }
    return caller;
  }

  private static List<ApiToken> usedOn(List<ApiToken> tokens, ApiToken used, LocalDate day) {
    return tokens.stream()
        .map(
            token ->
                token.id().equals(used.id()) && isBefore(token.lastUsed(), day)
                    ? token.usedOn(day)
                    : token)
        .toList();
  }

  private static boolean isBefore(@Nullable LocalDate used, LocalDate day) {
    return used == null || used.isBefore(day);
  }

  private static Optional<Caller> caller(Account account, String id, String secret, Instant now) {
    byte[] hash = Sha256.hex(secret).getBytes(StandardCharsets.US_ASCII);
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
}
