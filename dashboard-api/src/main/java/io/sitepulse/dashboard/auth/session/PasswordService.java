package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.PasswordContext;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.factor.SecondFactorService;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks passwords and second factors, and changes passwords, within the rate limits. */
public final class PasswordService {
  private final AccountService accounts;
  private final Passwords passwords;
  private final SessionService sessionService;
  private final SignInAttempts attempts;
  private final SecondFactorService secondFactors;

  public PasswordService(
      AccountService accounts,
      Passwords passwords,
      SessionService sessionService,
      SignInAttempts attempts,
      SecondFactorService secondFactors) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessionService = sessionService;
    this.attempts = attempts;
    this.secondFactors = secondFactors;
  }

  /**
   * Finds the account of a login and its password. A second factor is still to be asked for.
   *
   * @return the account. Fails with a 401 problem if there is none, or if it is disabled, and with
   *     a 503 problem if too many sign-ins of unknown browsers are waiting.
   * @throws io.sitepulse.runtime.http.ProblemException 429 with {@code Retry-After}, 403 if
   *     passwords are switched off
   */
  Future<Account> signIn(@Nullable String login, @Nullable String password, SignInClient client) {
    passwords.requireEnabled();
    String normalized = AccountService.normalizeLogin(login == null ? "" : login);
    var permit = attempts.acquireForLogin(client, normalized);
    // A text that cannot be a login is refused like a wrong password, after the same time.
    Account account =
        Optional.of(normalized)
            .filter(Account::isLogin)
            .flatMap(accounts::findByLogin)
            .filter(known -> !known.disabled())
            .orElse(null);
    String hash = account == null ? null : account.password();
    Future<Boolean> matching =
        permit.known()
            ? passwords.matches(password, hash)
            : passwords.matchesForUnknown(password, hash);
    return matching
        .onFailure(e -> permit.refund()) // It was not tried.
        .map(
            matches -> {
              if (!matches || account == null) {
                throw attempts.refused(
                    SignInMethod.PASSWORD,
                    wrongCredentials(),
                    account == null ? null : account.id());
              }
              permit.refund();
              return account;
            });
  }

  /**
   * Finds the account of a pending sign-in and uses up its code.
   *
   * @param pending token of the sign-in whose password was right
   * @param code of the authenticator app, or a recovery code
   * @return the account. Fails with a 401 problem if the code is wrong or was used, or if the
   *     sign-in has expired.
   * @throws io.sitepulse.runtime.http.ProblemException 429 with {@code Retry-After}
   */
  Future<Account> completeSignIn(
      @Nullable String pending, @Nullable String code, SignInClient client) {
    Account account =
        secondFactors
            .accountOf(pending)
            .orElseThrow(() -> attempts.refused(SignInMethod.SECOND_FACTOR, expiredSignIn(), null));
    var permit = attempts.acquireForSecondFactor(client, account);
    return secondFactors
        .use(account, code)
        .onFailure(e -> permit.refund()) // It was not tried.
        .map(
            right -> {
              if (!right) {
                throw attempts.refused(SignInMethod.SECOND_FACTOR, wrongCode(), account.id());
              }
              permit.refund();
              return account;
            });
  }

  /**
   * Requires the present password of an account.
   *
   * @return fails with a 400 problem if it is wrong
   * @throws io.sitepulse.runtime.http.ProblemException as {@link #signIn}
   */
  Future<Void> requireOwn(String field, Account account, @Nullable String password) {
    passwords.requireEnabled();
    var permit = attempts.acquireForOwnPassword(account.id());
    return passwords
        .matches(password, account.password())
        .map(
            matches -> {
              if (!matches) {
                throw wrongPassword(field);
              }
              permit.refund();
              return null;
            });
  }

  /**
   * Changes the password of an account and ends its sessions.
   *
   * @param account as it was when the caller was authenticated
   * @param current its present password
   * @param host host name by which the client knows the dashboard
   * @return the new account. Fails with a 400 problem if the present password is wrong or the next
   *     one is not valid.
   * @throws io.sitepulse.runtime.http.ProblemException as {@link #signIn}
   */
  Future<Account> change(
      Account account, @Nullable String current, @Nullable String next, String host) {
    return requireOwn("current", account, current)
        .compose(right -> passwords.hash("next", next, PasswordContext.of(account, host)))
        .compose(hash -> sessionService.setPassword(account, hash, "account.password"));
  }

  private static Problem wrongCredentials() {
    return Problem.of(401, "credentials", "Not signed in", "Login or password is wrong.");
  }

  private static Problem wrongCode() {
    return Problem.of(
        401, "second-factor", "Not signed in", "The code is wrong, or it was used already.");
  }

  private static Problem expiredSignIn() {
    return Problem.of(
        401, "sign-in-expired", "Not signed in", "Enter login and password again, then the code.");
  }

  private static RuntimeException wrongPassword(String field) {
    return Problem.invalid(
            new FieldViolationException(field, Rule.WRONG_PASSWORD, "is not your password"))
        .asException();
  }
}
