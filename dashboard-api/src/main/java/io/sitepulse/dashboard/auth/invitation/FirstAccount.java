package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.manage.RequestContext;
import io.vertx.core.Future;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first administrator, while there is no account. Its id is always the same: of two
 * instances that make it in the same moment one writes over the other, and there is one.
 */
public final class FirstAccount {
  private static final String ID = "first";
  private static final Author SETUP = new Author("setup", "setup");

  private final AccountService book;
  private final Passwords passwords;
  private final Clock clock;

  public FirstAccount(AccountService book, Passwords passwords, Clock clock) {
    this.book = book;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Fails with a problem if there is an account already, or if a field is not as it must be. */
  public Future<Account> make(
      @Nullable String login, @Nullable String name, @Nullable String password) {
    requireNone();
    Account draft = administrator(login == null ? "" : login, name == null ? "" : name);
    return passwords.hash("password", password).compose(hash -> add(draft, hash));
  }

  private Future<Account> add(Account account, String hash) {
    var draft = AccountDraft.of(account);
    draft.administrator = true;
    draft.password = hash;
    return book.add(draft.made(), SETUP, "account.create", this::requireNone);
  }

  private Account administrator(String login, String name) {
    try {
      return AccountDraft.fresh(ID, AccountService.login(login), name.strip(), clock.instant());
    } catch (IllegalArgumentException e) {
      throw RequestContext.broken(e);
    }
  }

  private void requireNone() {
    if (!book.isEmpty()) {
      throw DeadLink.problem().asException();
    }
  }
}
