package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.PasswordContext;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates the first administrator while there is no account. The account id is a constant: if two
 * instances create it at once, the first write wins and there is one account.
 */
public final class FirstAccountService {
  private static final String ID = "first";
  private static final Author SETUP = new Author("setup", "setup");

  private final AccountService accounts;
  private final Passwords passwords;
  private final SetupCodes setupCodes;
  private final Clock clock;

  public FirstAccountService(
      AccountService accounts, Passwords passwords, SetupCodes setupCodes, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.setupCodes = setupCodes;
    this.clock = clock;
  }

  /** Returns a code that creates the account, or empty if there is an account already. */
  public Optional<String> issueCode() {
    return accounts.isEmpty() ? Optional.of(setupCodes.issue(clock.instant())) : Optional.empty();
  }

  boolean isValidCode(@Nullable String code) {
    return setupCodes.isValid(code, clock.instant());
  }

  /**
   * Creates the account.
   *
   * @param host host name by which the client knows the dashboard, or an empty text
   * @throws io.sitepulse.runtime.http.ProblemException 410 if there is an account already, 400 if a
   *     field is not valid
   */
  public Future<Account> create(
      @Nullable String login, @Nullable String name, @Nullable String password, String host) {
    requireNoAccount();
    Account account = newAccount(login == null ? "" : login, name == null ? "" : name);
    return passwords
        .hash("password", password, PasswordContext.of(account, host))
        .compose(hash -> create(account, hash));
  }

  private Future<Account> create(Account account, String hash) {
    var draft = AccountDraft.of(account);
    draft.administrator = true;
    draft.password = hash;
    return accounts.create(draft.toAccount(), SETUP, "account.create", this::requireNoAccount);
  }

  private Account newAccount(String login, String name) {
    try {
      return AccountDraft.newAccount(
          ID, AccountService.normalizeLogin(login), name.strip(), clock.instant());
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
    }
  }

  private void requireNoAccount() {
    if (!accounts.isEmpty()) {
      throw InvitationService.invalidLink().asException();
    }
  }
}
