package io.sitepulse.dashboard.auth.factor;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.SecondFactor;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.RandomId;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SecretCipher;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up, checks and removes the second factor of accounts with a password.
 *
 * <pre>
 * enrol ─▶ secret, encrypted, to the page ─▶ first code ─▶ stored, with recovery codes
 * sign-in: password ─▶ pending ─▶ code of the app, or a recovery code ─▶ used up in Kafka ─▶ session
 * </pre>
 *
 * A code is used up before the session starts, at all instances: the write is refused if another
 * instance has used it. So a sign-in with a second factor needs Kafka.
 */
public final class SecondFactorService {
  /** Time to enter the first code. */
  static final Duration ENROLMENT = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(SecondFactorService.class);
  private static final String ISSUER = "sitepulse";

  private final AccountService accounts;
  private final boolean required;
  private final Clock clock;
  private final OneTimePasswords passwords = new OneTimePasswords();
  private final RecoveryCodes recoveryCodes = new RecoveryCodes();
  private final PendingSignIns pending;
  private final SecretCipher stored;
  private final SecretCipher enrolments;

  /** Thrown inside an edit if a code was used meanwhile. */
  private static final class CodeUsedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CodeUsedException() {
      super("code used", null, false, false);
    }
  }

  /**
   * Creates it.
   *
   * @param secret the session secret. With another one the stored factors cannot be read.
   * @param required true if administrators with a password must have a second factor
   */
  public SecondFactorService(
      AccountService accounts, Secret secret, boolean required, Clock clock) {
    this.accounts = accounts;
    this.required = required;
    this.clock = clock;
    this.pending = new PendingSignIns(accounts, secret);
    this.stored = new SecretCipher(secret, "sitepulse second factor");
    this.enrolments = new SecretCipher(secret, "sitepulse second factor enrolment");
  }

  /** Returns the token of a sign-in whose password was right, if a code must follow. */
  public Optional<String> pendingSignIn(Account account) {
    return account.hasSecondFactor()
        ? Optional.of(pending.issue(account, clock.instant()))
        : Optional.empty();
  }

  /** Returns the account of a pending sign-in. */
  public Optional<Account> accountOf(@Nullable String token) {
    return pending.accountOf(token, clock.instant());
  }

  /** Returns true if the account must set up a second factor. */
  public boolean isRequired(Account account) {
    return required && account.administrator() && account.hasPassword();
  }

  /** Returns true if the account must set up a second factor before it may do anything else. */
  public boolean isMissing(Account account) {
    return isRequired(account) && !account.hasSecondFactor();
  }

  /**
   * Uses up a code of the app, or a recovery code.
   *
   * @return true if the code is right and was not used before. Fails with a 503 problem if that
   *     cannot be stored.
   */
  public Future<Boolean> use(Account account, @Nullable String code) {
    SecondFactor factor = account.secondFactor();
    if (factor == null || code == null || code.length() > 100) {
      return Future.succeededFuture(false);
    }
    String normalized = RecoveryCodes.normalize(code);
    var step = secretOf(account, factor).map(secret -> stepOf(secret, normalized));
    if (step.isPresent() && step.get() >= 0) {
      return accounts
          .record(account.id(), draft -> use(draft, factor, step.get()))
          .map(true)
          .recover(SecondFactorService::used);
    }
    return RecoveryCodes.find(account.id(), factor, normalized)
        .map(
            hash ->
                accounts
                    .updateOwn(account, "account.recovery-code", draft -> use(draft, hash))
                    .map(true)
                    .recover(SecondFactorService::used))
        .orElse(Future.succeededFuture(false));
  }

  private static void use(AccountDraft draft, SecondFactor factor, long step) {
    SecondFactor present = draft.secondFactor;
    if (present == null
        || draft.disabled
        || !present.secret().equals(factor.secret())
        || step <= present.lastStep()) {
      throw new CodeUsedException();
    }
    draft.secondFactor = present.usedAt(step, RandomId.next());
  }

  private static void use(AccountDraft draft, String hash) {
    SecondFactor present = draft.secondFactor;
    if (present == null || !present.recoveryCodes().contains(hash)) {
      throw new CodeUsedException();
    }
    draft.secondFactor = present.withoutRecoveryCode(hash, RandomId.next());
  }

  private static Future<Boolean> used(Throwable e) {
    return e instanceof CodeUsedException ? Future.succeededFuture(false) : Future.failedFuture(e);
  }

  private Optional<byte[]> secretOf(Account account, SecondFactor factor) {
    Optional<byte[]> secret = stored.decrypt(factor.secret(), account.id());
    if (secret.isEmpty()) {
      LOG.atWarn()
          .addKeyValue(LogKeys.ACCOUNT, account.id())
          .log("second factor cannot be read: the session secret was changed");
    }
    return secret;
  }

  private long stepOf(byte[] secret, String code) {
    return passwords.stepOf(secret, code, clock.instant()).orElse(-1);
  }

  /**
   * Begins to set up a second factor, the first one or a new one.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 409 if the account has no password
   */
  public Enrolment enrol(Account account) {
    if (!account.hasPassword()) {
      throw Problem.of(
              409, "no-password", "No password", "Sign-ins at the identity provider need no code.")
          .asException();
    }
    byte[] secret = passwords.newSecret();
    byte[] content =
        ByteBuffer.allocate(Long.BYTES + secret.length)
            .putLong(clock.instant().plus(ENROLMENT).toEpochMilli())
            .put(secret)
            .array();
    String uri = OneTimePasswords.uri(secret, ISSUER, account.login());
    return new Enrolment(
        enrolments.encrypt(content, account.id()),
        OneTimePasswords.base32(secret),
        uri,
        QrCode.of(uri));
  }

  /**
   * Stores a second factor once its first code was entered, and ends the other sessions.
   *
   * @param session the caller's session, which goes on
   * @return the recovery codes. Fails with a 409 problem if the enrolment has expired.
   * @throws io.sitepulse.runtime.http.ProblemException 400 if the code is wrong
   */
  public Future<List<String>> confirm(
      Account account, String session, @Nullable String enrolment, @Nullable String code) {
    Instant now = clock.instant();
    byte[] secret = secretOf(account, enrolment, now);
    long step = stepOf(secret, RecoveryCodes.normalize(code == null ? "" : code));
    if (step < 0) {
      throw Problem.invalid(
              new FieldViolationException("code", Rule.WRONG_CODE, "is not the present code"))
          .asException();
    }
    List<String> codes = recoveryCodes.issue();
    var factor =
        new SecondFactor(
            stored.encrypt(secret, account.id()),
            now,
            step,
            RandomId.next(),
            RecoveryCodes.hashes(account.id(), codes));
    return accounts
        .updateOwn(
            account,
            "account.second-factor",
            draft -> {
              draft.secondFactor = factor;
              draft.endOtherSessions(session, now);
            })
        .map(codes);
  }

  private byte[] secretOf(Account account, @Nullable String enrolment, Instant now) {
    ByteBuffer content =
        enrolments
            .decrypt(enrolment, account.id())
            .map(ByteBuffer::wrap)
            .filter(bytes -> now.isBefore(Instant.ofEpochMilli(bytes.getLong())))
            .orElseThrow(
                () ->
                    Problem.of(
                            409,
                            "enrolment-expired",
                            "Too late",
                            "The set-up was begun too long ago. Begin again.")
                        .asException());
    byte[] secret = new byte[content.remaining()];
    content.get(secret);
    return secret;
  }

  /** Replaces the recovery codes. Fails with a 404 problem if there is no second factor. */
  public Future<List<String>> renewRecoveryCodes(Account account) {
    List<String> codes = recoveryCodes.issue();
    List<String> hashes = RecoveryCodes.hashes(account.id(), codes);
    return change(account, "account.recovery-codes", present -> present.withRecoveryCodes(hashes))
        .map(codes);
  }

  private Future<Account> change(
      Account account, String action, UnaryOperator<SecondFactor> change) {
    return accounts.updateOwn(
        account,
        action,
        draft -> {
          SecondFactor present = draft.secondFactor;
          if (present == null) {
            throw Problem.notFound("There is no second factor.").asException();
          }
          draft.secondFactor = change.apply(present);
        });
  }

  /** Removes the second factor of its owner. Fails with a 409 problem if it is required. */
  public Future<?> removeOwn(Account account) {
    if (isRequired(account)) {
      return Future.failedFuture(
          Problem.of(
                  409,
                  "second-factor-required",
                  "Required",
                  "Administrators must have a second factor. Set up a new one instead.")
              .asException());
    }
    return accounts.updateOwn(
        account, "account.second-factor-removed", draft -> draft.secondFactor = null);
  }

  /**
   * Removes the second factor of another account, for an administrator.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 for the administrator's own account,
   *     whose password must be entered
   */
  public Future<?> remove(String id, Author by) {
    if (by.id().equals(id)) {
      throw Problem.of(
              403, "forbidden", "Not allowed", "Remove your own second factor with your password.")
          .asException();
    }
    return accounts.update(
        id, by, "account.second-factor-removed", draft -> draft.secondFactor = null);
  }
}
